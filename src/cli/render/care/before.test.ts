import { describe, expect, it } from 'vitest'
import { fact, group, leaf, rule, set } from '../../../../test/support/assessment.ts'
import { cited, draw, part, said, test } from '../../../../test/support/draw-care.ts'
import type { Missing } from '../../../schema/assessment.ts'
import type { ComplicationView, ConditionView, RiskView } from '../../../schema/assessment-care.ts'

describe('the work-up', () => {
  const missing: readonly Missing[] = [
    { key: 'vegf-serum', label: 'VEGF in serum', test: 'vegf', advice: 'limit' },
    { key: 'papilledema', label: 'Papilloedema', test: 'eyes', advice: 'repeat' },
  ]
  const tree = rule('made-up', 'Made-up criteria', 'unknown', [
    group('all', 'unknown', [
      rule('growth', 'Growth factor', 'unknown', [], { missing: missing.slice(0, 1) }),
      leaf('Papilloedema', 'unknown', { missing: missing.slice(1) }),
    ]),
  ])
  const withMissing = (items: readonly Missing[]) => [
    set({ missing: [...items], tree: tree as ReturnType<typeof set>['tree'] }),
  ]

  it('numbers what is due, with the question and what it would settle', () => {
    const eyes = test({
      test: 'eyes',
      title: 'Fundoscopy',
      question: 'Swollen?',
      status: 'repeat',
      open: ['papilledema'],
      why: 'Unclear.',
    })
    const page = draw({ workup: [test({}), eyes], criteria: withMissing(missing) })
    expect(part(page, 'Work-up').split('\n').slice(1, 7)).toEqual([
      "  1. VEGF in serum (the value is there: ask for the laboratory's limit) [1]",
      '     Is it raised?',
      '     For: Growth factor.',
      '  2. Fundoscopy (repeat) [1]',
      '     Swollen?',
      '     Unclear.',
    ])
  })

  it('asks for a judgement first, and names what no test answers', () => {
    const asked: Missing = { ask: 'fluid', label: 'fluid', question: 'More fluid than expected?', advice: 'ask' }
    const bare: Missing = { key: 'odd', label: 'an odd sign', advice: 'order' }
    const lines = part(draw({ workup: [test({})], criteria: withMissing([bare, asked]) }), 'Work-up').split('\n')
    expect(lines[1]).toBe('  1. A judgement to make')
    expect(lines[2]).toContain('More fluid than expected?')
    expect(lines.some((line) => /3\. An odd sign/.test(line))).toBe(true)
  })

  it('tells a result that closes nothing where it stands, and only counts what is settled', () => {
    const many = Array.from({ length: 8 }, (_, i) =>
      test({ test: `t${i}`, title: `T${i}`, status: 'done', why: 'Nothing is left.' }),
    )
    const alone = test({
      test: 'spep',
      title: 'Electrophoresis',
      status: 'done',
      why: 'Negative, but alone it closes nothing.',
    })
    const text = part(draw({ workup: [...many, alone] }), 'Work-up')
    expect(text).toContain('△ Electrophoresis: Negative, but alone it closes nothing.')
    expect(text).toContain('on record: 8 tests')
    expect(text).not.toContain('T3')
    expect(draw({ workup: [...many, alone] }, ['workup'])).toContain('✓ T3')
  })

  it('cuts a long list, says so, and is whole when asked for by name', () => {
    const many = Array.from({ length: 14 }, (_, i) => test({ test: `t${i}`, title: `Test ${i}`, open: [] }))
    expect(part(draw({ workup: many }), 'Work-up')).toContain('and 5 more to ask or test (--section workup)')
    expect(draw({ workup: many }, ['workup'])).toContain('14. Test 13')
  })
})

describe('the differential', () => {
  const condition = (partial: Partial<ConditionView>): ConditionView => ({
    condition: 'cidp',
    title: 'CIDP',
    for: [],
    against: [],
    discriminators: [],
    open: [],
    evidence: [],
    sources: [],
    ...partial,
  })
  const figure = {
    finding: 'Thrombocytosis',
    value: true as const,
    poems: '54 % of 136',
    other: '1.5 % of 67',
    lr: 36,
    low: 5,
    high: 253,
    derived: true,
    against: 'cidp',
    sources: cited('w2'),
  }

  it('shows a figure with its interval and whom it was measured against, and no number of the condition', () => {
    const text = part(
      draw({ differential: [condition({ against: [said('Platelets.')], evidence: [figure] })] }),
      'Differential',
    )
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Thrombocytosis (present): POEMS 54 % of 136, here 1.5 % of 67; likelihood ratio for POEMS 36 (5 to 253), computed from the shares [2]',
    )
  })

  it('leaves out figures of what the record does not state, and conditions nothing is said of', () => {
    const silent = condition({ condition: 'gbs', title: 'GBS' })
    const unknown = condition({ for: [said('A.')], evidence: [{ ...figure, value: 'unknown' as const }] })
    const text = part(draw({ differential: [silent, unknown] }), 'Differential')
    expect(text).not.toContain('GBS')
    expect(text).not.toContain('253')
    expect(draw({ differential: [silent, unknown] }, ['differential'])).toContain('253')
  })

  it('puts what has something for it before what is only spoken against', () => {
    const against = condition({ condition: 'a', title: 'Only against', against: [said('X.'), said('Y.')] })
    const text = part(draw({ differential: [against, condition({ for: [said('A.')] })] }), 'Differential')
    expect(text.indexOf('CIDP')).toBeLessThan(text.indexOf('Only against'))
  })
})

describe('risk', () => {
  const list = (partial: Partial<RiskView>): RiskView => ({
    id: 'seven',
    title: 'Seven factors',
    at: 'diagnosis',
    low: 2,
    high: 4,
    of: 7,
    factors: [
      { id: 'a', label: 'age', value: true, facts: [], sources: [] },
      { id: 'b', label: 'clubbing', value: 'unknown', facts: [], sources: [] },
    ],
    validation: [said('99 people.'), { ...said('The count was never validated.'), proposal: true }],
    missing: [],
    sources: cited(),
    ...partial,
  })

  it('is an interval with its bands, what is missing, and how far the count may be trusted', () => {
    const text = part(draw({ risk: [list({ band: { low: 'intermediate', high: 'high' } })] }), 'Risk')
    expect(text).toContain('Seven factors, at diagnosis: 2–4 of 7: between intermediate and high')
    expect(text).toContain('present: age')
    expect(text).toContain('not stated: clubbing')
    expect(text).toContain('The count was never validated.')
  })

  it('names one band once it is settled, and counts a list twice in one line', () => {
    const settled = list({ low: 3, high: 5, band: { low: 'high', high: 'high', says: 'Shorter.' } })
    expect(draw({ risk: [settled] })).toContain('3–5 of 7: high')
    const two = [
      list({ id: 'x', title: 'X', low: 1, high: 1, of: 4 }),
      list({ id: 'x', title: 'X', at: 'now', low: 0, high: 2, of: 4 }),
    ]
    expect(draw({ risk: two })).toContain('X: 1 of 4 at diagnosis, 0–2 of 4 now; not stated: clubbing')
  })
})

describe('complications', () => {
  const complication = (partial: Partial<ComplicationView>): ComplicationView => ({
    id: 'eye',
    title: 'Eyes',
    value: true,
    urgent: false,
    facts: [fact()],
    frequency: [],
    screen: [],
    actions: [said('Look.'), said('Look again.')],
    sources: [],
    ...partial,
  })

  it('puts the urgent first and names what was never looked for', () => {
    const gap = { test: 'echo', title: 'Echocardiogram', last: null, gap: true }
    const urgent = complication({ id: 'stroke', title: 'Stroke', urgent: true, screen: [gap] })
    const text = part(
      draw({
        complications: [
          complication({}),
          urgent,
          complication({ id: 'c', title: 'Lung', value: 'unknown', facts: [] }),
        ],
      }),
      'Complications',
    )
    expect(text.split('\n')[1]).toBe('  ▲ Stroke, urgent: Papilloedema: present, 2024-03-18')
    expect(text).toContain('never looked for in this record: Echocardiogram')
    expect(text).toContain('nothing stated about: Lung')
    expect(text).not.toContain('Look again.')
  })
})
