import { describe, expect, it } from 'vitest'
import { assessment, fact } from '../../../../test/support/assessment.ts'
import { caution, cited, draw, part, said, test, treatment } from '../../../../test/support/draw-care.ts'
import type { AxisView, MonitoringItem, RiskView } from '../../../schema/assessment-care.ts'
import { columns } from '../text.ts'

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
