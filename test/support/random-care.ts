import { formatDay, parseDay } from '../../src/core/day.ts'
import type { Engine } from '../../src/core/engine.ts'
import { interval } from '../../src/core/interval.ts'
import type { Course, Fact, PersonRecord, Response } from '../../src/core/record.ts'
import type { RuleNode } from '../../src/schema/engine.ts'
import type { Random } from './seeded.ts'

/**
 * Random persons over the keys that the clinical path reads: courses, values round every threshold, dates few enough to
 * meet on one day, contradictions, partial and undated times, several methods and assays.
 */
export class Persons {
  readonly #engine: Engine
  readonly #keys: readonly string[]
  readonly #treatments: readonly string[]
  readonly #bounds: ReadonlyMap<string, readonly number[]>

  constructor(engine: Engine) {
    this.#engine = engine
    this.#bounds = boundsOf(engine)
    const { findings, workup } = engine.knowledge
    const read = [...this.#bounds.keys(), ...Object.values(workup).flatMap((test) => test.answers)]
    this.#keys = [...new Set(read)].filter((key) => engine.keyIndex.has(key))
    this.#treatments = Object.keys(findings).filter((key) => findings[key]?.kind === 'treatment')
  }

  /** A person; `span` is the number of days between the first and the last date. */
  record(random: Random, span = 1500): PersonRecord {
    const first = 19_000
    const days = Array.from({ length: 8 }, () => first + random.below(span))
    const facts: Fact[] = random.chance(0.7) ? this.#typical(random, days) : []
    const count = random.below(30)
    for (let i = 0; i < count; i++) facts.push(this.fact(random.pick(this.#keys), random, days))
    // The same question again, on a day that is there already.
    for (const fact of random.chance(0.5) ? facts.slice(0, 6) : []) {
      facts.push({ ...this.fact(fact.key, random, days), from: fact.from, to: fact.to, when: fact.when })
    }
    const courses = Array.from({ length: random.below(4) }, () => this.#course(random, days))
    if (random.chance(0.35)) {
      facts.push(...this.#followed(random, days))
      courses.push(treatedFrom(Math.min(...days), random))
    }
    return {
      id: 'random',
      ...(random.chance(0.7) ? { sex: random.pick(['male', 'female'] as const) } : undefined),
      facts: facts.map((fact, i) => ({ ...fact, at: `r#/findings/${i}` })),
      courses: courses.map((course, i) => ({ ...course, at: `r#/courses/${i}` })),
      complete: [],
      relativeOnly: random.chance(0.04),
      problems: [],
    }
  }

  /** What is looked at again and again after treatment. */
  #followed(random: Random, days: readonly number[]): Fact[] {
    const keys = ['vegf-serum', 'm-protein-ife', 'm-protein-urine', 'ascites', 'papilledema', 'onls']
    const limit = { limitHigh: 500 }
    return keys.flatMap((key) =>
      days
        .filter(() => random.chance(0.6))
        .map((day) => {
          const when = formatDay(day)
          const said =
            key === 'vegf-serum'
              ? { ...numberOf(random.pick([100, 400, 600, 2000])), ...limit }
              : key === 'onls'
                ? numberOf(random.below(9))
                : { status: random.pick(['present', 'absent'] as const) }
          return { key, ...said, when, from: day, to: day, at: '' }
        }),
    )
  }

  /** What makes a record one of POEMS, or nearly one. */
  #typical(random: Random, days: readonly number[]): Fact[] {
    const keys = [
      'polyneuropathy',
      'm-protein-ife',
      'light-chain',
      'vegf-plasma',
      'vegf-serum',
      'hyperpigmentation',
      'ascites',
      'onls',
      'platelets',
    ]
    if (random.chance(0.6)) keys.push('poems-syndrome')
    return keys
      .filter(() => random.chance(0.8))
      .map((key) => ({ ...this.fact(key, random, days), ...(random.chance(0.6) ? this.#present(key) : undefined) }))
  }

  #present(key: string): Partial<Fact> {
    return this.#engine.knowledge.findings[key]?.kind === 'finding' || key === 'poems-syndrome'
      ? { status: 'present' }
      : {}
  }

  fact(key: string, random: Random, days: readonly number[]): Fact {
    return {
      key,
      ...this.#saying(key, random),
      ...momentOf(random, days),
      ...(random.chance(0.1) ? { method: random.pick(['CT', 'FDG-PET/CT', 'examination']) } : undefined),
      ...(random.chance(0.1) ? { assay: random.pick(['one', 'two']) } : undefined),
      ...(random.chance(0.05) ? { explainedBy: 'heart-failure' } : undefined),
      at: '',
    }
  }

  #saying(key: string, random: Random): Partial<Fact> {
    const finding = this.#engine.knowledge.findings[key]
    if (finding?.kind === 'choice' && random.chance(0.95)) return { choice: random.pick(finding.values ?? []) }
    if (finding?.kind !== 'measurement') {
      return { status: random.pick(['present', 'present', 'present', 'absent', 'absent', 'equivocal'] as const) }
    }
    if (random.chance(0.05)) return { qualitative: random.pick(['high', 'low', 'normal'] as const) }
    const bound = random.pick(this.#bounds.get(key) ?? [100])
    const value = Number((bound * random.pick([0, 0.5, 0.99, 1, 1.01, 2, 5])).toPrecision(6))
    const comparator = random.chance(0.1) ? random.pick(['<', '>', '<=', '>='] as const) : undefined
    const limit = random.chance(0.6)
      ? { limitHigh: bound, ...(random.chance(0.5) ? { limitLow: bound / 2 } : undefined) }
      : undefined
    return { value, ...(comparator && { comparator }), interval: interval(value, comparator), ...limit }
  }

  #course(random: Random, days: readonly number[]): Course {
    const { when, from, to } = momentOf(random, days)
    const length = random.below(400)
    const stop = random.chance(0.6) && Number.isFinite(from) ? { from: from + length, to: to + length } : undefined
    const response = random.pick<Response | 'unstated'>(['none', 'partial', 'good', 'worse', 'unstated'])
    return {
      for: random.pick(['poems', 'poems', 'cidp', 'gbs', 'mgus-neuropathy']),
      with: [random.pick(this.#treatments), random.pick(this.#treatments)],
      start: { from, to },
      when,
      ...(stop && { stop }),
      ...(response === 'unstated' ? undefined : { response }),
      at: '',
    }
  }
}

function numberOf(value: number): Partial<Fact> {
  return { value, interval: interval(value) }
}

/** Treatment on the first day of a record, so that what follows has something to be compared with. */
function treatedFrom(day: number, random: Random): Course {
  const drug = random.pick(['lenalidomide', 'asct', 'daratumumab', 'radiotherapy'])
  return { for: 'poems', with: [drug], start: { from: day, to: day }, when: formatDay(day), at: '' }
}

function momentOf(random: Random, days: readonly number[]): Pick<Fact, 'when' | 'from' | 'to'> {
  if (random.chance(0.05)) return { when: null, from: -Infinity, to: -Infinity }
  const text = formatDay(random.pick(days))
  const when = random.chance(0.1) ? text.slice(0, random.pick([4, 7])) : text
  const range = parseDay(when)
  if (!range) throw new Error(`no date: ${when}`)
  return { when, ...range }
}

/** Every key a condition of the knowledge reads, with the numbers it compares with. */
function boundsOf({ knowledge }: Engine): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  const note = (key: string, ...bounds: (number | undefined)[]) => {
    found.set(key, [...(found.get(key) ?? []), ...bounds.filter((bound) => bound !== undefined)])
  }
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (isNode(value)) {
      if ('key' in value)
        note(value.key, ...(value.kind === 'is' ? [value.threshold?.value, value.orWithoutLimit?.value] : []))
    }
    for (const item of Object.values(value)) walk(item)
  }
  walk(knowledge.rules)
  walk(knowledge.care)
  walk(knowledge.workup)
  for (const { measurement, makes } of knowledge.measured)
    note(measurement, ...makes.map((make) => (make.value ?? make.withoutLimit)?.value))
  for (const [key, bounds] of found) if (bounds.length === 0) found.set(key, [100])
  for (const { items = [] } of Object.values(knowledge.care.response))
    for (const { key } of items) if (!found.has(key)) note(key, 5)
  return found
}

function isNode(value: object): value is RuleNode {
  return 'kind' in value && ('key' in value || 'of' in value)
}
