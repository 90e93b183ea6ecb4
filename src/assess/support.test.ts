import { describe, expect, it } from 'vitest'
import type { Given } from '../../test/support/record.ts'
import { asked, assessGiven, one } from '../../test/support/section.ts'
import { coding, support } from './support.ts'

const help = (given: Given) => support(asked(given).evaluator)
const ids = (given: Given) => help(given).map((item) => item.id)

describe('support', () => {
  it('asks about what the record does not state, offers for what it does, and leaves out what is absent', () => {
    const foot = (given: Given) => help(given).find((item) => item.id === 'foot-drop')
    expect(foot({})).toMatchObject({ value: 'unknown', check: expect.stringContaining('?') })
    expect(foot({ 'foot-drop': 'present' })).toMatchObject({ value: true })
    expect(foot({ 'foot-drop': 'present' })).not.toHaveProperty('check')
    expect(foot({ 'foot-drop': 'absent' })).toBeUndefined()
  })

  it('offers to everybody what is for everybody', () => {
    expect(ids({})).toEqual(expect.arrayContaining(['caregiver-strain', 'mood', 'eyes']))
    expect(one(help({}), (item) => item.id === 'caregiver-strain').value).toBe(true)
  })

  it('gives every option its work, or marks it ours', () => {
    for (const item of help({})) {
      for (const said of [...item.options, ...item.notes]) expect(said.sources.length > 0 || said.proposal).toBe(true)
    }
  })
})

describe('coding', () => {
  const systems = coding(asked({}).evaluator)

  it('says of each system what may be written and how it is read', () => {
    expect(systems.length).toBeGreaterThan(10)
    const who = one(systems, (item) => item.id === 'icd-10-who')
    expect(who.codes.length).toBeGreaterThan(1)
    for (const { codes } of systems) for (const code of codes) expect(code.sources.length).toBeGreaterThan(0)
  })

  it('is a hint and never evidence: the section is the same whatever the record holds', () => {
    const rich = asked({ 'poems-syndrome': 'present', mgus: 'present', polyneuropathy: 'present' })
    expect(coding(rich.evaluator)).toEqual(systems)
    // A diagnosis of MGUS makes a clone, but no test result; POEMS is not made of codes.
    const coded = assessGiven({ mgus: 'present', polyneuropathy: 'present' })
    expect(coded.conclusion.recorded).toBeUndefined()
    expect(coded.workup.find((item) => item.test === 'serum-immunofixation')?.answers).toEqual([])
  })

  it('shows where the systems disagree', () => {
    expect(systems.flatMap((item) => item.conflicts)).toBeDefined()
    for (const item of systems)
      for (const code of item.codes) expect(['diagnosis', 'clone', 'hint', 'never']).toContain(code.read)
  })
})
