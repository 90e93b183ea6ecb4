import { expect, it } from 'vitest'
import { cases } from '../../../../test/support/persons.ts'
import { gatherCautions } from './gather.ts'

it('leaves no caution out, says each once, and the gravest first', () => {
  const treated = cases().flatMap(([, { assessment }]) => assessment.treatment ?? [])
  expect(treated.length).toBeGreaterThan(10)
  for (const treatment of treated) {
    const ids = [...treatment.options, ...treatment.cautions].flatMap(({ cautions }) => cautions.map(({ id }) => id))
    const gathered = gatherCautions(treatment)
    expect(gathered.map(({ caution }) => caution.id).sort()).toEqual([...new Set(ids)].sort())
    const levels = gathered.map(({ caution }) => caution.level)
    expect(levels.lastIndexOf('avoid')).toBeLessThan(levels.findIndex((level) => level !== 'avoid') >>> 0)
  }
})

it('names every option on which a caution stands', () => {
  const caution = { id: 'a', level: 'caution', state: 'check' as const, says: 'A.', facts: [], sources: [] }
  const option = (title: string) => ({ regimen: title, title, drugs: [], outcomes: [], cautions: [caution] })
  const [gathered] = gatherCautions({ options: [option('one'), option('two')], cautions: [] })
  expect(gathered?.names).toEqual(['one', 'two'])
})
