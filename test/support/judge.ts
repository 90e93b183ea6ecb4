import { type DayRange, parseDay } from '../../src/core/day.ts'
import type { Engine } from '../../src/core/engine.ts'
import type { Course, Fact, PersonRecord } from '../../src/core/record.ts'
import type {
  ChangeNode,
  Comparator,
  CourseNode,
  EngineMeasured,
  EngineRule,
  LeafNode,
  RuleNode,
  Threshold,
  WithinNode,
} from '../../src/schema/engine.ts'

/**
 * A third judge, written from the law and not from the code: slow, with nothing prepared, and with other means.
 * Truth is a number (0 false, ½ unknown, 1 true), groups are minima, maxima and sorted lists, facts are gathered into
 * looks (one time, method, site, specimen, assay) before anything is asked of them.
 */
type Degree = 0 | 0.5 | 1
export const DEGREE = new Map<true | false | 'unknown', Degree>([
  [false, 0],
  ['unknown', 0.5],
  [true, 1],
])

/** What the judge holds of a node. Example: `judge(engine, record, Infinity, node)` is 0.5 where nothing is stated. */
export function judge(engine: Engine, record: PersonRecord, asOf: number, node: RuleNode): Degree {
  return new Judge(engine, record, asOf).node(node)
}

/** The judge of one record, for asking many rules. Example: `judgeOf(engine, record, Infinity)("rule-3")`. */
export function judgeOf(engine: Engine, record: PersonRecord, asOf: number): (id: string) => Degree {
  const judging = new Judge(engine, record, asOf)
  return (id) => judging.rule(engine.knowledge.rules[id])
}

class Judge {
  readonly #engine: Engine
  readonly #asOf: number
  readonly #facts: readonly Fact[]
  readonly #courses: readonly Course[]
  readonly #record: PersonRecord
  readonly #known = new Map<EngineRule, Degree>()

  constructor(engine: Engine, record: PersonRecord, asOf: number) {
    this.#engine = engine
    this.#asOf = asOf
    this.#record = record
    this.#courses = record.courses.filter((course) => course.start.to <= asOf)
    const stated = record.facts.filter((fact) => fact.to <= asOf)
    const measured = stated.flatMap((fact) => this.#measured(fact))
    const given = this.#courses.flatMap((course) => this.#given(course))
    const spoken = [...stated, ...measured, ...given]
    this.#facts = [...spoken, ...this.#declared(spoken)]
  }

  node(node: RuleNode): Degree {
    if (node.unverified && 'kind' in node && !('of' in node && node.kind !== 'within') && node.kind !== 'rule')
      return 0.5
    switch (node.kind) {
      case 'not':
        return (1 - this.node(node.of[0])) as Degree
      case 'all':
        return Math.min(...node.of.map((child) => this.node(child))) as Degree
      case 'any':
        return Math.max(...node.of.map((child) => this.node(child))) as Degree
      case 'at-least': {
        // The n-th best member decides: with fewer than n members nothing can.
        const best = node.of.map((child) => this.node(child)).sort((a, b) => b - a)
        return best[node.n - 1] ?? 0
      }
      case 'rule':
        return this.rule(this.#engine.knowledge.rules[node.id])
      case 'within':
        return this.#within(node)
      case 'change':
        return this.#change(node)
      case 'course':
        return this.#course(node)
      default:
        return this.#leaf(node)
    }
  }

  rule(rule: EngineRule | undefined): Degree {
    if (!rule) throw new Error('no such rule')
    const known = this.#known.get(rule)
    const degree = known ?? this.#ruled(rule)
    this.#known.set(rule, degree)
    return degree
  }

  #ruled(rule: EngineRule): Degree {
    if (rule.when) return this.node(rule.when)
    const answers = (first: boolean) =>
      (rule.askWhen ?? [])
        .filter((ask) => Boolean(ask.evenIfPresent) === first && this.node(ask.when) === 1)
        .map((ask) => this.#leaf({ kind: 'finding', key: ask.id, time: 'latest' }))
    const [meaning] = answers(true)
    if (meaning !== undefined) return meaning
    if (rule.presentWhen && this.node(rule.presentWhen) === 1) return 1
    if (rule.absentWhen && this.node(rule.absentWhen) === 1) return 0
    return answers(false)[0] ?? 0.5
  }

  /** The facts of a key, gathered into looks. */
  #looks(facts: readonly Fact[]): Fact[][] {
    const looks = new Map<string, Fact[]>()
    for (const fact of facts) {
      const { from, to, method, site, specimen, assay } = fact
      const look = JSON.stringify([String(from), String(to), method, site, specimen, assay])
      looks.set(look, [...(looks.get(look) ?? []), fact])
    }
    return [...looks.values()]
  }

  #leaf(node: LeafNode): Degree {
    const facts = this.#readable(node)
    const said = (list: readonly Fact[]) =>
      list.map((fact) => this.#says(node, fact)).filter((degree) => degree !== undefined)
    const clash = (list: readonly Fact[]) => node.kind !== 'one-of' && said(list).includes(1) && said(list).includes(0)
    const newest = Math.max(...facts.filter((fact) => this.#says(node, fact) !== undefined).map((fact) => fact.to))
    const lastDay = facts.filter((fact) => fact.to === newest)
    if (said(lastDay).length === 0) return 0.5
    if (node.time === 'latest') {
      const looks = this.#looks(lastDay)
      if (looks.some(clash)) return 0.5
      return Math.max(...said(lastDay)) as Degree
    }
    const looks = this.#looks(facts)
    if (looks.some((look) => said(look).includes(1) && !clash(look))) return 1
    if (looks.some(clash)) return 0.5
    return said(lastDay).every((degree) => degree === 0) ? 0 : 0.5
  }

  /** Facts a leaf may read: all, or those from before the first treatment directed at plasma cells. */
  #readable(node: Pick<LeafNode, 'key' | 'time'>): readonly Fact[] {
    const facts = this.#facts.filter((fact) => fact.key === node.key)
    return node.time === 'before-treatment' ? facts.filter((fact) => fact.to <= this.#treatedFrom()) : facts
  }

  #treatedFrom(): number {
    const starts = this.#courses
      .filter((course) => course.with.some((key) => this.#engine.knowledge.findings[key]?.directedAtPlasmaCells))
      .map((course) => course.start.from)
      .filter((day) => Math.abs(day) !== Infinity)
    return Math.min(Infinity, ...starts)
  }

  #says(node: LeafNode, fact: Fact): Degree | undefined {
    if (node.kind === 'is') return this.#number(node, fact)
    if (node.kind === 'one-of') {
      if (fact.status === 'equivocal') return 0.5
      if (fact.choice === undefined || fact.status === 'absent') return undefined
      return node.values.includes(fact.choice) ? 1 : 0
    }
    const others = (['specimen', 'site', 'method'] as const).some(
      (name) => node[name] !== undefined && node[name] !== fact[name],
    )
    if (others || (node.unexplained && fact.explainedBy !== undefined)) return undefined
    return fact.status === undefined
      ? undefined
      : { present: 1 as const, absent: 0 as const, equivocal: 0.5 as const }[fact.status]
  }

  #number(node: Extract<LeafNode, { kind: 'is' }>, fact: Fact): Degree {
    if (node.threshold) return fact.value === undefined ? 0.5 : satisfies(fact, node.threshold)
    const beyond = beyondLimit(fact, node.limit ?? 'above')
    if (beyond !== undefined) return beyond
    return node.orWithoutLimit && fact.value !== undefined && satisfies(fact, node.orWithoutLimit) === 1 ? 1 : 0.5
  }

  /** All differences between two days that the dates leave open, tried one by one. */
  #within(node: WithinNode): Degree {
    const sides = node.of.map((leaf) => this.#positive(leaf))
    const [first = [], second = []] = sides
    const fits = first.flatMap((a) => second.map((b) => this.#pair(node, a, b)))
    if (fits.includes(1)) return 1
    if (node.of.some((leaf) => this.#leaf(leaf) === 0)) return 0
    if (first.length === 0 || second.length === 0 || fits.includes(0.5)) return 0.5
    const days = [...first, ...second]
    const covered = node.of.every((leaf) =>
      this.#record.complete.some(
        ({ key, period }) => key === leaf.key && days.every((fact) => period.from <= fact.from && fact.to <= period.to),
      ),
    )
    return covered ? 0 : 0.5
  }

  #positive(leaf: LeafNode): readonly Fact[] {
    if (leaf.unverified) return []
    return this.#looks(this.#readable(leaf))
      .filter((look) => leaf.kind === 'one-of' || !look.some((fact) => this.#says(leaf, fact) === 0))
      .flat()
      .filter((fact) => this.#says(leaf, fact) === 1)
  }

  #pair(node: WithinNode, a: Fact, b: Fact): Degree {
    if (!Number.isFinite(a.to) || !Number.isFinite(b.to)) return 0.5
    const answers = new Set<boolean>()
    for (let gap = b.from - a.to; gap <= b.to - a.from; gap++) {
      answers.add(node.ordered ? gap >= 0 && gap <= node.days : Math.abs(gap) <= node.days)
    }
    return answers.size === 2 ? 0.5 : answers.has(true) ? 1 : 0
  }

  #change(node: ChangeNode): Degree {
    const dated = this.#facts.filter(
      (fact) => fact.key === node.key && fact.value !== undefined && Number.isFinite(fact.to),
    )
    const newest = Math.max(...dated.map((fact) => fact.to))
    const sizes = dated
      .filter((last) => last.to === newest)
      .flatMap((last) => this.#starts(node, last, dated).map((start) => this.#size(node, start, last)))
    if (sizes.length === 0 || new Set(sizes).size > 1) return 0.5
    return sizes[0] ?? 0.5
  }

  #starts(node: ChangeNode, last: Fact, dated: readonly Fact[]): readonly Fact[] {
    let earlier = dated.filter((fact) => fact.to < last.from && fact.specimen === last.specimen)
    if (node.sameAssay) earlier = earlier.filter((fact) => fact.assay !== undefined && fact.assay === last.assay)
    if (node.from === 'before-treatment') earlier = earlier.filter((fact) => fact.to <= this.#treatedFrom())
    const rank = (fact: Fact): number => {
      if (node.from === 'first') return -fact.to
      if (node.from === 'lowest') return -(fact.value ?? 0)
      return node.from === 'highest' ? (fact.value ?? 0) : fact.to
    }
    return earlier.filter((fact) => earlier.every((other) => rank(other) <= rank(fact)))
  }

  #size(node: ChangeNode, start: Fact, last: Fact): Degree {
    if (start.comparator || last.comparator || (node.percent && start.value === 0)) return 0.5
    const change = (last.value ?? 0) - (start.value ?? 0)
    const size = node.percent ? (change / (start.value ?? 0)) * 100 : change
    return satisfies({ value: Math.round(size * 1e9) / 1e9 }, node.by)
  }

  #course(node: CourseNode): Degree {
    const fits = this.#courses.map((course) => Math.min(...this.#parts(node, course), 1) as Degree)
    if (fits.includes(1)) return 1
    const denied = node.with?.every((key) => {
      const said = this.#facts.filter((fact) => fact.key === key && fact.status !== undefined)
      return said.length > 0 && said.every((fact) => fact.status === 'absent')
    })
    return denied && !fits.includes(0.5) ? 0 : 0.5
  }

  #parts(node: CourseNode, course: Course): Degree[] {
    const over = course.stop !== undefined && course.stop.to <= this.#asOf
    const asked = <T>(wanted: readonly T[] | undefined, found: T | undefined): Degree => {
      if (!wanted) return 1
      return found === undefined ? 0.5 : wanted.includes(found) ? 1 : 0
    }
    const given: Degree =
      !node.with || node.with.some((key) => course.with.includes(key)) ? 1 : course.with.length === 0 ? 0.5 : 0
    const response = course.stop === undefined || over ? course.response : undefined
    return [
      asked(node.for, course.for),
      given,
      asked(node.response, response),
      asked(node.line === undefined ? undefined : [node.line], course.line),
      asked(node.state && [node.state], this.#state(course)),
      node.endedBefore === undefined ? 1 : over && course.stop ? before(course.stop, node.endedBefore) : 0.5,
    ]
  }

  #state(course: Course): 'open' | 'ended' | undefined {
    if (!course.stop) return undefined
    if (course.stop.to <= this.#asOf) return 'ended'
    return course.stop.from > this.#asOf ? 'open' : undefined
  }

  #given(course: Course): Fact[] {
    const { when, at, start } = course
    const time = { when, at, from: start.from, to: start.to }
    const labels = this.#engine.knowledge.findings['treated-as']?.values ?? []
    const label =
      course.for !== undefined && labels.includes(course.for)
        ? [{ key: 'treated-as', choice: course.for, ...time }]
        : []
    return [...label, ...course.with.map((key): Fact => ({ key, status: 'present', ...time }))]
  }

  #measured(fact: Fact): Fact[] {
    if (fact.status !== undefined) return []
    return this.#engine.knowledge.measured
      .filter((entry) => entry.measurement === fact.key)
      .flatMap((entry) =>
        [...new Set(entry.makes.map((make) => make.finding))].flatMap((finding): Fact[] => {
          const both = (['male', 'female'] as const).map((sex) => this.#made(fact, entry, finding, sex))
          const [beyond] = this.#record.sex
            ? [both[this.#record.sex === 'male' ? 0 : 1]]
            : both[0] === both[1]
              ? both
              : [0.5 as const]
          if (beyond === undefined || beyond === 0.5 || (beyond === 0 && !entry.withinMeansAbsent)) return []
          const { when, from, to, at, explainedBy } = fact
          const made = {
            key: finding,
            when,
            from,
            to,
            at,
            method: `measured: ${fact.key}`,
            madeFrom: fact,
            explainedBy,
          }
          return [{ ...made, status: beyond === 1 ? 'present' : 'absent' }]
        }),
      )
  }

  #made(fact: Fact, entry: EngineMeasured, finding: string, sex: 'male' | 'female'): Degree {
    const makes = entry.makes.filter((make) => make.finding === finding && (make.sex ?? sex) === sex)
    const said = makes.map((make): Degree => {
      if (make.value) return fact.value === undefined ? 0.5 : satisfies(fact, make.value)
      return (
        beyondLimit(fact, make.when) ??
        (make.withoutLimit && fact.value !== undefined ? satisfies(fact, make.withoutLimit) : 0.5)
      )
    })
    return said.length === 0 ? 0.5 : (Math.max(...said) as Degree)
  }

  /** Silence in a declared period is an absence on its last day, where nothing was recorded in it. */
  #declared(spoken: readonly Fact[]): Fact[] {
    return this.#record.complete
      .filter(({ period }) => period.to <= this.#asOf)
      .filter(({ key, period }) =>
        spoken.every(
          (fact) => fact.key !== key || (fact.to !== -Infinity && (fact.to < period.from || fact.from > period.to)),
        ),
      )
      .map(({ key, period, at }): Fact => ({ key, status: 'absent', when: null, from: period.to, to: period.to, at }))
  }
}

/** Does every number that the value may stand for satisfy the comparison, or none, or some? Tried at the places that matter. */
function satisfies(
  fact: { readonly value?: number; readonly comparator?: Comparator },
  { comparator, value: bound }: Pick<Threshold, 'comparator' | 'value'>,
): Degree {
  const value = fact.value ?? Number.NaN
  const step = Math.max(1e-6, Math.abs(bound - value) / 4)
  const far = Math.abs(bound) + Math.abs(value) + 1
  const candidates = [value, bound, value + step, value - step, bound + step, bound - step, far, -far]
  const possible =
    fact.comparator === undefined ? [value] : candidates.filter((it) => holds(it, fact.comparator ?? '<', value))
  const answers = new Set(possible.map((it) => holds(it, comparator, bound)))
  return answers.size === 2 ? 0.5 : answers.has(true) ? 1 : 0
}

function holds(a: number, comparator: Comparator, b: number): boolean {
  return { '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }[comparator]
}

function beyondLimit(fact: Fact, side: 'above' | 'below'): Degree | undefined {
  const limit = side === 'above' ? fact.limitHigh : fact.limitLow
  const measured =
    limit === undefined || fact.value === undefined
      ? undefined
      : satisfies(fact, { comparator: side === 'above' ? '>' : '<', value: limit })
  if (measured === 0 || measured === 1 || fact.qualitative === undefined) return measured
  return (fact.qualitative === 'high') === (side === 'above') && fact.qualitative !== 'normal' ? 1 : 0
}

function before(stop: DayRange, date: string): Degree {
  const day = parseDay(date)
  if (!day || !Number.isFinite(stop.from)) return 0.5
  return stop.to < day.from ? 1 : stop.from >= day.to ? 0 : 0.5
}
