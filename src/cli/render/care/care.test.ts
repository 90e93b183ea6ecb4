import { describe, expect, it } from 'vitest'
import { assessment, fact, group, leaf, madeUpKnowledge, rule, set } from '../../../../test/support/assessment.ts'
import type { Assessment, Missing } from '../../../schema/assessment.ts'
import type {
  AxisView,
  ComplicationView,
  ConditionView,
  MonitoringItem,
  RiskView,
  TreatmentView,
  WorkupItem,
} from '../../../schema/assessment-care.ts'
import { drawAssessment } from '../assessment.ts'
import { inks } from '../ink.ts'
import { columns } from '../text.ts'

const cited = (work = 'w1', at = 'abstract') => [{ work, at }]
const said = (says: string, work = 'w1') => ({ says, sources: cited(work) })

function draw(partial: Partial<Assessment>, sections?: readonly string[], width = 80): string {
  const knowledge = {
    ...madeUpKnowledge,
    phrases: { ...madeUpKnowledge.phrases, 'workup.done': 'Nothing is left.' },
  }
  const wish = sections ? { sections: new Set(sections) } : {}
  const drawing = { knowledge, width, ink: inks(false), all: false, ...wish }
  return drawAssessment(assessment(partial), { input: 'a.json' }, drawing)
}

const part = (page: string, heading: string) => page.split('\n\n').find((text) => text.startsWith(heading)) ?? ''

const test = (partial: Partial<WorkupItem>): WorkupItem => ({
  test: 'vegf',
  title: 'VEGF in serum',
  question: 'Is it raised?',
  status: 'due',
  answers: [],
  open: ['vegf-serum'],
  why: 'Would answer it.',
  rank: 1,
  step: 1,
  burden: 'blood',
  baseline: false,
  performance: [],
  traps: [],
  sources: cited(),
  ...partial,
})

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

const caution = (partial: Partial<TreatmentView['cautions'][number]['cautions'][number]>) => ({
  id: 'birth',
  level: 'strong-caution',
  state: 'applies' as const,
  says: 'It harms the unborn.',
  facts: [],
  sources: cited(),
  ...partial,
})

const treatment = (partial: Partial<TreatmentView> = {}): TreatmentView => ({
  basis: 'recorded',
  path: [],
  discuss: [],
  options: [],
  cautions: [],
  considerations: [],
  conflicts: [],
  ...partial,
})

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

describe('response', () => {
  const axis = (partial: Partial<AxisView>): AxisView => ({
    axis: 'vegf',
    title: 'VEGF',
    value: 'complete',
    baseline: [],
    latest: [],
    why: 'It is normal.',
    confounders: [],
    facts: [],
    sources: [],
    ...partial,
  })

  it('keeps a line for every axis, its own word, and a relapse where it shows', () => {
    const axes = [
      axis({}),
      axis({ axis: 'clinical', title: 'Clinical', value: 'not-complete', change: -73, relapse: 'suspected' }),
      axis({ axis: 'neuropathy', title: 'Nerves', value: 'not-assessable', confounders: [said('Low platelets.')] }),
    ]
    const text = part(draw({ response: axes, treatment: treatment() }), 'Response')
    expect(text).toContain('● VEGF: complete.')
    expect(text).toContain('○ Clinical: not complete (changed by −73 %). ▲ relapse on this axis suspected.')
    expect(text).toContain('◌ Nerves: not assessable.')
    expect(text).toContain('may mislead: Low platelets.')
  })
})

describe('a complete axis', () => {
  it('says on a short page what it does not rule out', () => {
    const facts = [said('A normal VEGF does not rule out a relapse.'), said('Another fact.')]
    const axis = { axis: 'vegf', title: 'VEGF', baseline: [], latest: [], why: '', confounders: [], facts, sources: [] }
    const text = part(draw({ response: [{ ...axis, value: 'complete' as const }] }), 'Response')
    expect(text).toContain('but: A normal VEGF does not rule out a relapse. [1]')
    expect(text).not.toContain('Another fact.')
    const raised = draw({ response: [{ ...axis, value: 'not-complete' as const }] })
    expect(raised).not.toContain('rule out')
  })
})

describe('monitoring', () => {
  const item = (partial: Partial<MonitoringItem>): MonitoringItem => ({
    id: 'visit',
    title: 'Visit',
    tests: ['Blood count'],
    phase: 'on-treatment',
    everyMonths: 3,
    last: '2024-01-01',
    due: '2024-04-01',
    next: '2024-12-31',
    status: 'overdue',
    says: 'Every three months.',
    sources: [],
    ...partial,
  })

  it('puts the overdue first, each with sign, word and dates', () => {
    const items = [
      item({ title: 'Later', status: 'scheduled', due: '2025-04-01' }),
      item({ title: 'Soon', status: 'due', due: '2025-01-10', last: null }),
      item({}),
      item({ title: 'Undated', status: 'no-date', due: null, last: null }),
    ]
    expect(
      part(draw({ monitoring: items }), 'Monitoring (on treatment)')
        .split('\n')
        .slice(1),
    ).toEqual([
      '  ▲ Visit: overdue since 2024-04-01; last 2024-01-01, every 3 months',
      '  △ Soon: due 2025-01-10; not on record, every 3 months',
      '  · Undated: no date (the record has no calendar); not on record, every 3 months',
      '  · Later: scheduled for 2025-04-01; last 2024-01-01, every 3 months',
    ])
  })
})

describe('the rest of the path', () => {
  it('hides the course of recovery with its reason', () => {
    const recovery = { since: null, months: null, shown: false, why: 'No response.', domains: [] }
    expect(part(draw({ recovery }), 'Recovery')).toContain('No response.')
  })

  it('shows what this time usually brings, and the whole course in full', () => {
    const span = (from: number, to: number, now: boolean) => ({
      from,
      to,
      says: `Month ${from}.`,
      plain: '',
      start: `${from}`,
      end: `${to}`,
      now,
      sources: cited(),
    })
    const domains = [
      {
        domain: 'motor',
        title: 'Strength',
        intervals: [span(0, 3, false), span(3, 6, true)],
        papers: [said('A paper.')],
      },
    ]
    const recovery = { since: '2024-01-01', months: 4, shown: true, domains }
    expect(part(draw({ recovery }), 'Recovery')).toContain('● Strength, months 3 to 6: Month 3. [1]')
    expect(part(draw({ recovery }), 'Recovery')).not.toContain('Month 0.')
    expect(draw({ recovery, treatment: treatment() }, ['recovery'])).toContain(
      'Strength, months 0 to 3 (0 to 3): Month 0.',
    )
  })

  it('gives help for what is stated and asks about what is not', () => {
    const item = { id: 'pain', title: 'Pain', options: [said('A medicine.')], notes: [] }
    const support = [
      { ...item, value: true as const },
      { ...item, id: 'mood', title: 'Mood', value: 'unknown' as const, check: 'Low mood?' },
    ]
    const text = part(draw({ support }), 'Support')
    expect(text).toContain('Pain: A medicine. [1]')
    expect(text).toContain('ask: Low mood?')
    expect(text).not.toContain('Mood: A medicine.')
  })

  it('shows the exact codes, and with which words a code would be read only in full', () => {
    const code = (read: 'diagnosis' | 'clone', write: boolean) => ({
      code: read,
      standing: 'so',
      write,
      read,
      sources: cited(),
    })
    const coding = [
      { id: 'a', system: 'A', title: 'System A', codes: [code('diagnosis', true)], conflicts: [] },
      { id: 'b', system: 'B', title: 'System B', codes: [code('clone', false)], conflicts: [] },
    ]
    const text = part(draw({ coding }), 'Coding')
    expect(text).toContain('System A diagnosis: so [1]')
    expect(text).toContain('(--section coding): System B')
    expect(draw({ coding, treatment: treatment() }, ['coding'])).toContain('not to be written for POEMS, read as')
  })

  it('says why a section that was asked for is not there', () => {
    expect(draw({}, ['treatment'])).toContain('Shown once POEMS is recorded as diagnosed')
    expect(draw({ treatment: treatment({ path: [] }) }, ['response'])).toContain('once a dated treatment is on record')
    const { conclusion } = assessment()
    expect(draw({ conclusion: { ...conclusion, indication: 'unknown' }, criteria: [] }, ['workup'])).toContain(
      'Nothing in this record gives a reason',
    )
  })
})

describe('conflicts of works', () => {
  const risk: RiskView[] = [
    {
      id: 'seven',
      title: 'Seven',
      at: 'now',
      low: 0,
      high: 0,
      of: 1,
      factors: [{ id: 'a', label: 'a', value: false, says: 'So (conflict dispute).', facts: [], sources: [] }],
      validation: [],
      missing: [],
      sources: [],
    },
  ]

  it('are named in short and told with every position in full', () => {
    expect(part(draw({ risk }), 'Risk')).toContain('works disagree (explain ID): dispute')
    const full = draw({ risk, treatment: treatment() }, ['risk'])
    expect(full).toContain('≠ How much it counts (explain dispute)')
    expect(full).toContain('- Much. [1]')
    expect(full).toContain('- Little. [2]')
    expect(full).toContain("Scansion: Counts it. (Scansion's proposal)")
  })
})

describe('every section', () => {
  it.each([40, 80, 100])('stays within %i columns', (width) => {
    const long = 'a very long sentence that goes on and on '.repeat(4).trim()
    const facts = [fact({ label: long })]
    const page = draw(
      {
        workup: [test({ title: long, question: long, why: long, traps: [said(long)], answers: facts })],
        treatment: treatment({
          options: [{ regimen: 'r', title: long, drugs: [], outcomes: [], cautions: [caution({ says: long, facts })] }],
        }),
        support: [{ id: 's', title: long, value: 'unknown', check: long, options: [said(long)], notes: [] }],
      },
      ['workup', 'treatment', 'support'],
      width,
    )
    expect(Math.max(...page.split('\n').map(columns))).toBeLessThanOrEqual(width)
  })
})
