import { type Engine, type Fact, type PersonRecord, sign } from '../../../../src/core/index.ts'
import type { RuleNode } from '../../../../src/schema/index.ts'
import type { Limit, Point, Series } from '../../parts/chart/series.ts'
import type { Reading } from '../../state/reading.ts'

/** What a test was on a day without a number: a clone found or not. */
interface StripMark {
  readonly day: number
  readonly found: boolean
  /** Where the record says so. */
  readonly at: string
  readonly when: string
}

/** One test in the figure. */
export interface Panel {
  readonly key: string
  /** An axis of response asks for it by name. */
  readonly followed: boolean
  readonly series: Series
  /** Results without a number, under the zero line, by test. */
  readonly strips: readonly { readonly key: string; readonly name: string; readonly marks: readonly StripMark[] }[]
  /** Values that have no place on the axis, in words. */
  readonly undrawn: readonly string[]
  /** Laboratory limits that the record gives, where they differ. */
  readonly limits: readonly string[]
  /** The works behind a study's limit. */
  readonly cited: string | undefined
}

/** How the figure says things: in the reader's language. */
export interface Saying {
  readonly number: (value: number) => string
  readonly time: (when: string | null) => string
  readonly limit: (limit: string) => string
  readonly study: (limit: string) => string
  readonly word: (word: 'high' | 'low' | 'normal') => string
  readonly name: (key: string) => string
  readonly as: (given: string, label: string) => string
  readonly treatedAs: (label: string) => string
  readonly between: (from: string, to: string) => string
}

/** Found or none found, drawn with the amount they belong to. */
const STRIPS: Readonly<Record<string, readonly string[]>> = { 'm-protein': ['m-protein-ife', 'm-protein-urine'] }
/** Units of time: they tell how long, and follow nothing. */
const DURATIONS: ReadonlySet<string> = new Set(['a', 'wk', 'mo', 'd'])

/**
 * The tests that the record holds numbers of, in the order of the work-up: first those that are watched at the visits,
 * then the others.
 */
export function panelsOf(
  reading: Reading,
  engine: Engine,
  saying: Saying,
): { readonly first: readonly Panel[]; readonly more: readonly Panel[] } {
  const visits = visitKeys(engine)
  const panels = measuredKeys(engine)
    .map((key) => panelOf(key, reading, engine, saying))
    .filter((panel) => panel !== undefined)
  return {
    first: panels.filter(({ key }) => visits.has(key)),
    more: panels.filter(({ key }) => !visits.has(key)),
  }
}

/** The panels that are drawn before anybody asks for more: `most`, those that an axis of response asks for among them. */
export function foremost(panels: readonly Panel[], most: number): readonly Panel[] {
  const followed = panels.filter((panel) => panel.followed).slice(0, most)
  const others = panels.filter((panel) => !panel.followed).slice(0, most - followed.length)
  return panels.filter((panel) => followed.includes(panel) || others.includes(panel))
}

function measuredKeys(engine: Engine): readonly string[] {
  const tests = Object.values(engine.knowledge.workup)
  const ordered = [...tests].sort((a, b) => a.step - b.step || a.order - b.order).flatMap(({ answers }) => answers)
  const all = [...ordered, ...Object.keys(engine.knowledge.findings)]
  return [...new Set(all)].filter((key) => {
    const finding = engine.knowledge.findings[key]
    return finding?.kind === 'measurement' && !DURATIONS.has(finding.unit ?? '')
  })
}

/** What the schedules with the shortest interval ask for. */
function visitKeys(engine: Engine): ReadonlySet<string> {
  const schedules = Object.values(engine.knowledge.care.monitoring)
  const shortest = (every: Readonly<Record<string, number>>) => Math.min(...Object.values(every))
  const visit = Math.min(...schedules.map((schedule) => shortest(schedule['every-months'])))
  const tests = schedules
    .filter((schedule) => shortest(schedule['every-months']) === visit)
    .flatMap(({ tests }) => tests)
  return new Set(tests.flatMap((test) => engine.knowledge.workup[test]?.answers ?? []))
}

function panelOf(key: string, { record, assessment }: Reading, engine: Engine, saying: Saying): Panel | undefined {
  const facts = record.facts.filter((fact) => fact.key === key && !fact.madeFrom)
  const dated = facts.filter((fact) => fact.value !== undefined && Number.isFinite(fact.to)).sort(byDay)
  const strips = (STRIPS[key] ?? []).flatMap((strip) => {
    const marks = stripMarks(strip, record, saying)
    return marks.length > 0 ? [{ key: strip, name: saying.name(strip), marks }] : []
  })
  const undrawn = facts.filter((fact) => !dated.includes(fact)).map((fact) => inWords(fact, saying))
  if (dated.length + strips.length + undrawn.length === 0) return undefined
  const unconfirmed = new Set(
    (assessment.response ?? []).flatMap((axis) =>
      axis.relapse === 'suspected' ? axis.latest.filter((fact) => fact.key === key).map(({ at }) => at) : [],
    ),
  )
  const own = dated.findLast((fact) => fact.limitHigh !== undefined || fact.limitLow !== undefined)
  const study = own ? undefined : studyLimit(key, record.sex, engine)
  const limit = own ? ownLimit(own, saying) : study && studyLine(study.value, saying)
  const unit = sign(engine.knowledge.findings[key]?.unit ?? '').trim()
  return {
    key,
    followed: Object.values(engine.knowledge.care.response).some((axis) =>
      axis.items?.some((item) => item.key === key),
    ),
    series: {
      name: saying.name(key),
      unit: unit === '1' || unit.startsWith('{') ? '' : unit,
      points: dated.map((fact) => pointOf(fact, unconfirmed.has(fact.at), saying)),
      ...(limit && dated.length > 0 ? { limit } : {}),
      shape: key === 'vegf-serum' ? 'square' : 'disc',
      ink: key === 'vegf-serum' ? 'serum' : key === 'vegf-plasma' ? 'yes' : 'ink',
    },
    strips,
    undrawn,
    limits: differing(dated, saying),
    cited: study && dated.length > 0 ? study.cited : undefined,
  }
}

const byDay = (a: Fact, b: Fact) => a.to - b.to

function pointOf(fact: Fact, unconfirmed: boolean, saying: Saying): Point {
  return {
    day: fact.to,
    ...(fact.from < fact.to ? { from: fact.from } : {}),
    value: fact.value ?? 0,
    label: valueText(fact, saying),
    when: saying.time(fact.when),
    mark: unconfirmed ? 'dotted' : fact.comparator ? 'ring' : 'filled',
    ...(fact.assay === undefined ? {} : { assay: fact.assay }),
    ...limitText(fact, saying),
    at: fact.at,
  }
}

/** Both limits of the laboratory. Example: "150–400", "≤ 500". */
function limitText({ limitLow: low, limitHigh: high }: Fact, { number }: Saying): { readonly limit?: string } {
  if (low !== undefined && high !== undefined) return { limit: `${number(low)}–${number(high)}` }
  if (high !== undefined) return { limit: `≤ ${number(high)}` }
  return low === undefined ? {} : { limit: `≥ ${number(low)}` }
}

/** A number as it is read. Example: "< 30". */
function valueText(fact: Fact, saying: Saying): string {
  const number = saying.number(fact.value ?? 0)
  return fact.comparator ? `${sign(fact.comparator)}\u00a0${number}` : number
}

function inWords(fact: Fact, saying: Saying): string {
  const value =
    fact.value === undefined ? (fact.qualitative ? saying.word(fact.qualitative) : '') : valueText(fact, saying)
  return `${saying.time(fact.when)}: ${value}`
}

function stripMarks(key: string, record: PersonRecord, saying: Saying): readonly StripMark[] {
  return record.facts
    .filter(
      (fact) => fact.key === key && (fact.status === 'present' || fact.status === 'absent') && Number.isFinite(fact.to),
    )
    .map((fact) => ({ day: fact.to, found: fact.status === 'present', at: fact.at, when: saying.time(fact.when) }))
    .sort((a, b) => a.day - b.day)
}

/** The upper limit of the laboratory, or its lower one where it prints no other. */
function ownLimit(fact: Fact, saying: Saying): Limit | undefined {
  const value = fact.limitHigh ?? fact.limitLow
  return value === undefined
    ? undefined
    : { value, label: saying.limit(saying.number(value)), kind: 'laboratory' as const }
}

/** The limits the laboratories gave, where they are not one and the same. */
function differing(facts: readonly Fact[], saying: Saying): readonly string[] {
  const known = new Set(facts.flatMap(({ limitHigh, limitLow }) => limitHigh ?? limitLow ?? []))
  return known.size < 2 ? [] : [...known].map((value) => saying.number(value))
}

function studyLine(value: number, saying: Saying): Limit {
  return { value, label: saying.study(saying.number(value)), kind: 'study' }
}

/** The cut-off that a work gives where the laboratory printed no limit; its works are named beside it. */
function studyLimit(
  key: string,
  sex: string | undefined,
  engine: Engine,
): { readonly value: number; readonly cited: string } | undefined {
  const { measured, rules, sources } = engine.knowledge
  const cite = (works: readonly { readonly work: string }[]) =>
    [...new Set(works.map(({ work }) => sources[work]?.cite ?? work))].join('; ')
  for (const row of measured) {
    if (row.measurement !== key) continue
    const make = row.makes.find((item) => item.withoutLimit && (item.sex === undefined || item.sex === sex))
    if (make?.withoutLimit) return { value: make.withoutLimit.value, cited: cite(make.sources) }
  }
  for (const rule of Object.values(rules)) {
    const leaf = rule.presentWhen && leafWithout(key, rule.presentWhen)
    if (leaf) return { value: leaf.value, cited: cite(leaf.sources) }
  }
  return undefined
}

function leafWithout(
  key: string,
  node: RuleNode,
): { readonly value: number; readonly sources: readonly { readonly work: string }[] } | undefined {
  if (node.kind === 'is' && node.key === key && node.orWithoutLimit && node.sources?.length)
    return { value: node.orWithoutLimit.value, sources: node.sources }
  if (node.kind !== 'any' && node.kind !== 'all' && node.kind !== 'at-least') return undefined
  for (const child of node.of) {
    const found = leafWithout(key, child)
    if (found) return found
  }
  return undefined
}
