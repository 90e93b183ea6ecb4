import { describe, expect, it } from 'vitest'
import { cases, made, realGuide } from '../../test/support/persons.ts'
import { type Block, type Document, textsOf } from './blocks.ts'
import { guide } from './guide.ts'
import type { Person } from './person.ts'
import { STAGES } from './stage.ts'
import { html } from './views/html.ts'
import { markdown } from './views/markdown.ts'
import { visitSheet } from './visit-sheet.ts'
import { Words } from './words.ts'

const file = realGuide()
const words = new Words(file)
const treated = made()
const people = cases()

const texts = (document: Document): string =>
  [document.title, document.lead?.text ?? '', ...document.blocks.flatMap(textsOf), ...document.foot].join('\n')
const ofKind = <K extends Block['kind']>(document: Document, kind: K) =>
  document.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind)
const sections = (document: Document) =>
  document.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.id] : []))

/** A verdict, a grade, a level of alarm, a figure of survival, a dose: none of it is for a lay reader. */
const FORBIDDEN = [
  /\bmet\b/i,
  /\bcriteri/i,
  /\bundetermined\b/i,
  /\bverdict/i,
  /\bgrade\b/i,
  /\b(strong|moderate|weak) evidence\b/i,
  /\bred flag/i,
  /\b(high|medium)[ -](level|risk)\b/i,
  /\bsurviv/i,
  /\bmortal/i,
  /\bprognos/i,
  /\bdie[sd]?\b/i,
  /\bdeath/i,
  /\b\d+ ?mg\b/i,
  /\bpositive for\b/i,
]

const everybody: readonly (readonly [string, Person | undefined])[] = [
  ['nobody', undefined],
  ['a treated person', treated],
  ...people,
]

describe('what a lay reader never finds', () => {
  it.each(STAGES)('in the guide and the sheet of stage %s', (stage) => {
    for (const [name, person] of everybody) {
      for (const document of [guide(file, stage, person), visitSheet(file, stage, person)]) {
        // Titles of works are the works' own words.
        const blocks = document.blocks.filter((block) => block.kind !== 'sources')
        const text = texts({ ...document, blocks })
        for (const word of FORBIDDEN)
          expect(word.exec(text)?.[0], `${name}: ${word} in "${around(text, word)}"`).toBeUndefined()
        const { conclusion } = person?.assessment ?? {}
        if (conclusion) expect(text).not.toContain(conclusion.statement)
      }
    }
  })

  const around = (text: string, word: RegExp) => text.slice(Math.max(0, text.search(word) - 40), text.search(word) + 40)
})

describe('the guide', () => {
  it.each(STAGES)('of stage %s begins with when to call, and needs no record', (stage) => {
    const document = guide(file, stage)
    expect(sections(document)[0]).toBe('call')
    expect(ofKind(document, 'callout').map((block) => block.urgency)).toEqual(['now', 'today', 'week'])
    expect(sections(document)).toEqual(expect.arrayContaining(['letters', 'do', 'ask', 'words', 'sources']))
    expect(ofKind(document, 'checklist').length).toBe(stage === 'caregiver' ? 1 : 2)
    expect(document.foot.join(' ')).toContain('Made without any notes')
  })

  it('says every sentence of its files somewhere', () => {
    const said = new Set(
      STAGES.flatMap((stage) => [guide(file, stage), guide(file, stage, treated), visitSheet(file, stage)])
        .map(texts)
        .join('\n')
        .split('\n'),
    )
    const whole = [...said].join('\n')
    const plain = Object.entries(file.messages).filter(
      ([id, text]) =>
        /^guide\.(checklists|general|letters|questions|red-flag-symptoms|recovery)\./.test(id) && !text.includes('{'),
    )
    expect(plain.length).toBeGreaterThan(100)
    // Said by a record that is not getting better, by no record, and by a person of the other sex.
    const unheard = plain.filter(([id, text]) => !whole.includes(text) && !/only-treated|-men$/.test(id))
    expect(unheard).toEqual([])
  })

  it('numbers its sources as it uses them, each with its place', () => {
    const document = guide(file, 'follow-up', treated)
    const [{ items } = { items: [] }] = ofKind(document, 'sources')
    const cited = JSON.stringify(document.blocks).match(/"cites":\[[\d,]+\]/g) ?? []
    const numbers = new Set(cited.flatMap((list) => list.match(/\d+/g) ?? []).map(Number))
    expect(items.map((item) => item.number)).toEqual(items.map((_, i) => i + 1))
    expect([...numbers].sort((a, b) => a - b)).toEqual(items.map((item) => item.number))
    for (const { text } of items) expect(text).toMatch(/.+: .+/)
  })

  it('explains the words it uses, and no others', () => {
    const document = guide(file, 'suspected')
    const [{ items } = { items: [] }] = ofKind(document, 'definitions')
    const ids = items.map((item) => item.id)
    expect(ids).toContain('vegf')
    expect(ids).toContain('polyneuropathy')
    expect(ids).not.toContain('egfr')
    const rest = { ...document, blocks: document.blocks.filter((block) => block.kind !== 'definitions') }
    for (const { forms } of document.terms)
      expect(forms.some((form) => texts(rest).toLowerCase().includes(form.toLowerCase()))).toBe(true)
  })

  it('speaks of what concerns men or women to whom it concerns, and to all when the sex is not known', () => {
    const both = texts(guide(file, 'diagnosed'))
    expect(both).toContain('Men may')
    expect(both).toContain('Women may')
    const woman = texts(guide(file, 'diagnosed', treated))
    expect(woman).not.toContain('Men may')
    expect(woman).toContain('Women may')
  })
})

describe('own values', () => {
  const values = texts(guide(file, 'follow-up', treated))

  it('are told in words: first, newest, range, and the value before', () => {
    expect(values).toContain('It was 480\u00a0pg/mL (2 May 2024). The newest value is 118\u00a0pg/mL (1 Oct 2026).')
    expect(values).toContain('That is above your lab’s range, which ends at 96.2. It is higher than the value before.')
    expect(values).toContain('It was 180\u00a0ng/dL (2 May 2024). That is below your lab’s range, which starts at 240.')
    expect(values).toContain('The newest value is <\u00a00.1\u00a0g/dL (1 Nov 2025).')
  })

  it('of serum and plasma are two charts with their own marks, and never one', () => {
    const charts = ofKind(guide(file, 'follow-up', treated), 'chart')
    const [plasma, serum] = charts
    expect(plasma).toMatchObject({ title: 'VEGF in plasma, in pg/mL', mark: 'disc', upper: { value: 96.2 } })
    expect(serum).toMatchObject({ title: 'VEGF in serum, in pg/mL', mark: 'square', upper: { value: 500 } })
    expect(plasma?.points.map((point) => point.value)).toEqual([480, 210, 58, 64, 118])
    expect(serum?.points.map((point) => point.value)).toEqual([2900, 300])
    expect(plasma?.alt).toContain('480 (2 May 2024), 210 (1 Oct 2024)')
    expect(values).toContain('Never compare their numbers.')
  })

  it('with a comparator are drawn hollow, and one value has no chart', () => {
    const charts = ofKind(guide(file, 'follow-up', treated), 'chart')
    expect(charts.find((chart) => chart.title.startsWith('M-protein'))?.points.map((point) => point.hollow)).toEqual([
      false,
      true,
    ])
    expect(charts.some((chart) => chart.title.startsWith('Thyroid'))).toBe(false)
  })

  it('that disagree on a day, or come from another test, or have no range are said so, and not judged', () => {
    const odd = made({
      'vegf-plasma': ['100 pg/mL limit 96 on 2024-05-02', '300 pg/mL limit 96 on 2024-05-02'],
      'vegf-serum': ['900 pg/mL assay one on 2024-05-02', '200 pg/mL assay two on 2024-08-02'],
    })
    const text = texts(guide(file, 'follow-up', odd))
    expect(text).toContain('Two values of the same day differ.')
    expect(text).toContain('The lab did not use the same test each time.')
    expect(text).toContain('The notes do not give your lab’s normal range.')
    expect(text).not.toMatch(/It is (higher|lower) than the value before/)
  })

  it('after the day of the guide are not known yet', () => {
    const { record } = made()
    const then = { record, assessment: { ...treated.assessment, asOf: '2025-01-01' } }
    expect(texts(guide(file, 'follow-up', then))).not.toContain('118')
  })

  it('that are none are said to be none', () => {
    expect(texts(guide(file, 'follow-up', made({ polyneuropathy: 'present' })))).toContain('hold no values')
  })
})

describe('the timeline of recovery', () => {
  it('stands on the own dates and says where the person is', () => {
    const [timeline] = ofKind(guide(file, 'follow-up', treated), 'timeline')
    expect(timeline?.items.map((item) => item.state)).toEqual(['past', 'past', 'past', 'past', 'now'])
    expect(timeline?.items[0]?.dates).toBe('1 Jun 2024 to 1 Sept 2024')
  })

  it('has no dates and no place without a record', () => {
    const [timeline] = ofKind(guide(file, 'treatment'), 'timeline')
    expect(timeline?.items.every((item) => item.state === 'plain' && item.dates === undefined)).toBe(true)
  })

  it('is left out where the record speaks against it', () => {
    const { recovery } = treated.assessment
    const hidden = { ...treated.assessment, ...(recovery ? { recovery: { ...recovery, shown: false } } : undefined) }
    const document = guide(file, 'treatment', { ...treated, assessment: hidden })
    expect(ofKind(document, 'timeline')).toEqual([])
    expect(texts(document)).toContain('who respond to it')
  })
})

describe('the check-ups', () => {
  it('carry the own dates, late ones among them', () => {
    const table = ofKind(guide(file, 'follow-up', treated), 'table')[0]
    const rows = table?.rows.map((row) => row.map((cell) => cell.text)) ?? []
    const late = treated.assessment.monitoring?.filter((item) => item.status === 'overdue') ?? []
    expect(late.length).toBeGreaterThan(1)
    expect(rows.length).toBe(treated.assessment.monitoring?.length)
    const told = rows.filter(([, , next]) => next?.startsWith('It was due on'))
    expect(told.length).toBe(late.length)
    expect(told[0]?.[2]).toBe(`It was due on ${words.time(late[0]?.due ?? '')}. Ask for a date.`)
  })

  it('are the general schedule without a record', () => {
    const table = ofKind(guide(file, 'follow-up'), 'table')[0]
    const rows = table?.rows.map((row) => row.map((cell) => cell.text)) ?? []
    expect(rows).toContainEqual(['A scan of the bones.', 'once a year', 'once a year', 'once a year'])
  })
})

describe('tests to ask about', () => {
  it('come from what the record leaves open, in plain words', () => {
    const suspected = made({ polyneuropathy: 'present', 'm-protein-ife': 'present' })
    expect(sections(guide(file, 'suspected', suspected))).toContain('tests')
    expect(texts(guide(file, 'suspected', suspected))).toContain('VEGF in serum or plasma')
    const nothing = made({ fever: 'present' })
    expect(sections(guide(file, 'suspected', nothing))).not.toContain('tests')
  })

  it('have plain words for every test of the work-up', () => {
    const tests = treated.assessment.workup.map((item) => item.test)
    expect(tests.length).toBeGreaterThan(30)
    for (const test of tests) expect(Object.keys(file.messages)).toContain(`guide.tests.${test}`)
  })
})

describe('every case', () => {
  it('gives a guide and a sheet of every stage in every view', () => {
    for (const [name, person] of people) {
      for (const stage of STAGES) {
        for (const document of [guide(file, stage, person), visitSheet(file, stage, person)]) {
          expect(markdown(document), name).not.toMatch(/undefined|NaN|\[object/)
          expect(html(document), name).not.toMatch(/undefined|NaN|\[object/)
        }
      }
    }
  })
})
