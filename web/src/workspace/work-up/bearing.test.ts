import { expect, it } from 'vitest'
import type { WorkupItem } from '../../../../src/schema/index.ts'
import { made } from '../../../../test/support/persons.ts'
import { bearingOf, byStep, lastOf } from './bearing.ts'

const { assessment } = made({
  polyneuropathy: 'present on 2024-03-01',
  'm-protein-spep': 'absent on 2024-02-27',
  'peripheral-edema': ['present on 2024-03-01', 'present on 2024-05'],
})
const { workup, criteria } = assessment
const item = (test: string): WorkupItem => {
  const found = workup.find((one) => one.test === test)
  if (!found) throw new Error(`no ${test}`)
  return found
}

it('says which sets wait for a test', () => {
  const { opens, reads } = bearingOf(item('serum-immunofixation'), criteria)
  expect(opens).toContain('mayo-2007')
  expect(reads).toEqual([])
})

it('says which sets read what it found', () => {
  const { reads } = bearingOf(item('clinical-examination'), criteria)
  expect(reads).toContain('mayo-2007')
  expect(bearingOf(item('nerve-biopsy'), criteria)).toEqual({ opens: [], reads: [] })
})

it('gives the last day a test told something, as the record states it', () => {
  expect(lastOf(item('clinical-examination'))).toBe('2024-05')
  expect(lastOf(item('nerve-biopsy'))).toBeUndefined()
})

it('keeps the steps in their order and every test once', () => {
  const steps = byStep(workup)
  const numbers = steps.map(([step]) => step)
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  expect(steps.flatMap(([, items]) => items)).toHaveLength(workup.length)
})
