import { describe, expect, it } from 'vitest'
import { caution, cited, draw, part, said, treatment } from '../../../../test/support/draw-care.ts'
import type { TreatmentView } from '../../../schema/assessment-care.ts'

describe('treatment', () => {
  const option = (regimen: string, outcomes: number, cautions: TreatmentView['options'][number]['cautions']) => ({
    regimen,
    title: `Option ${regimen}`,
    drugs: [regimen],
    outcomes: Array.from({ length: outcomes }, (_, i) => ({
      n: `${i + 40}`,
      setting: 'one centre',
      result: 'Half were better.',
      sources: cited('w2'),
    })),
    cautions,
  })

  it('gives options with the number of people and the source, the most published first, in words that order nothing', () => {
    const page = draw({ treatment: treatment({ options: [option('few', 1, []), option('many', 3, [])] }) })
    const text = part(page, 'Options to discuss')
    expect(text.indexOf('Option many')).toBeLessThan(text.indexOf('Option few'))
    expect(text).toContain('n = 40; one centre. Half were better. [1]')
    expect(text).toContain('and 2 more series (explain many)')
  })

  it('repeats a grave caution on every option that carries it, and tells it in full once', () => {
    const options = [option('a', 1, [caution({})]), option('b', 1, [caution({})])]
    const page = draw({ treatment: treatment({ options }) })
    expect(part(page, 'Options to discuss').match(/▲ birth/g)).toHaveLength(2)
    expect(part(page, 'Cautions').match(/It harms the unborn\./g)).toHaveLength(1)
  })

  it('never leaves out what is to be checked, whatever its level', () => {
    const checks = ['avoid', 'strong-caution', 'caution', 'info'].map((level) =>
      caution({ id: level, level, state: 'check', check: `Is it so, ${level}?` }),
    )
    const page = draw({ treatment: treatment({ options: [option('a', 1, checks)] }) })
    for (const { check } of checks) expect(part(page, 'Cautions').replace(/\s+/g, ' ')).toContain(check)
  })

  it('names lighter cautions that apply, and shows those of drugs that are no option', () => {
    const light = caution({ id: 'light', level: 'info', says: 'A light word.' })
    const apart = { drug: 'x', title: 'X', cautions: [caution({ id: 'no', level: 'avoid', says: 'Never.' })] }
    const text = part(
      draw({ treatment: treatment({ options: [option('a', 1, [light])], cautions: [apart] }) }),
      'Cautions',
    )
    expect(text).toContain('▲ no (avoid)')
    expect(text).toContain('also to know (--section treatment): light')
    expect(text).not.toContain('A light word.')
  })

  it('walks the pathway with an answer, or with the question and what is missing', () => {
    const step = {
      node: 'n',
      step: 1,
      question: 'Is it local?',
      discuss: [],
      facts: [],
      considerations: [],
      sources: [],
    }
    const path = [
      { ...step, title: 'First', answer: 'yes', says: 'It is.', missing: [] },
      {
        ...step,
        title: 'Extent',
        answer: 'undetermined',
        missing: [{ key: 'k', label: 'Bone lesions', advice: 'order' as const }],
      },
    ]
    const text = part(draw({ treatment: treatment({ path }) }), 'Treatment')
    expect(text).toContain('◆ First: It is.')
    expect(text).toContain('◈ Extent: undetermined. Is it local?')
    expect(text).toContain('not stated: Bone lesions')
  })

  it('shows every position on clots and chooses none', () => {
    const positions = [said('Centre A: everyone.'), said('Centre B: some.', 'w2')]
    const consideration = {
      id: 'clots',
      title: 'Clots',
      says: 'To be discussed.',
      factors: [],
      opposing: [said('A bleed.')],
      positions,
    }
    const text = part(draw({ treatment: treatment({ considerations: [consideration] }) }), 'Clots: considerations')
    expect(text).toContain('position: Centre A: everyone. [1]')
    expect(text).toContain('position: Centre B: some. [2]')
    expect(text).toContain('against: A bleed.')
    expect(text).toContain('for: none on record')
  })
})
