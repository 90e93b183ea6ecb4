import type { CodeIndex } from '../../src/adapters/codes.ts'
import { readFhir } from '../../src/adapters/fhir/in/index.ts'
import { JsonPlace } from '../../src/adapters/pointer.ts'
import type { Engine } from '../../src/core/engine.ts'
import { Evaluator } from '../../src/core/evaluate.ts'
import type { Prepared } from '../../src/core/prepare.ts'
import type { PersonRecord } from '../../src/core/record.ts'
import type { EngineRule, RuleNode } from '../../src/schema/engine.ts'
import { factLists } from '../../src/targets/cql/index.ts'

/** The record that Scansion reads of a Bundle of one person. */
export function recordIn(bundle: object, engine: Engine, index: CodeIndex): PersonRecord {
  const [item] = readFhir(new JsonPlace('b'), bundle, engine, index, undefined)
  if (!item?.record) throw new Error('no record')
  return item.record
}

/** Whole numbers larger than this are none to cql-execution; no measurement of a person is. */
const LARGEST = 2 ** 31

/** Is there a number that cql-execution cannot hold? */
export function isBeyond(record: PersonRecord): boolean {
  return record.facts.some(({ value, limitLow, limitHigh }) =>
    [value, limitLow, limitHigh].some((number) => (number ?? 0) > LARGEST),
  )
}

/** What a library over FHIR must say: the facts of each key, courses, and the value of each rule. */
export function wanted(prepared: Prepared, keys: readonly string[], ids: readonly string[]): readonly string[] {
  const { Facts, Courses, TreatedFrom } = factLists(prepared)
  const evaluator = new Evaluator(prepared)
  const values = ids.map((id): [string, unknown] => [id, evaluator.rule(id).value])
  return told(
    keys,
    (key) => Facts.filter((fact) => 'key' in fact && fact.key === key),
    { Courses, TreatedFrom },
    values,
  )
}

/** What it said, in the same form. */
export function said(
  results: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  ids: readonly string[],
): readonly string[] {
  const list = (value: unknown): readonly object[] => (Array.isArray(value) ? value : [])
  return told(
    keys,
    (key) => list(results[`facts of ${key}`]),
    { Courses: list(results.Courses), TreatedFrom: results.TreatedFrom },
    ids.map((id) => [id, results[id] ?? 'unknown']),
  )
}

function told(
  keys: readonly string[],
  factsOf: (key: string) => readonly object[],
  { Courses, TreatedFrom }: { readonly Courses: readonly object[]; readonly TreatedFrom: unknown },
  values: readonly (readonly [string, unknown])[],
): readonly string[] {
  // One fact said twice is one fact.
  const facts = keys.flatMap((key) => [...new Set(factsOf(key).flatMap(line))].sort())
  const courses = [...new Set(Courses.flatMap(line))].sort()
  return [
    ...facts,
    ...courses,
    `treated from ${String(TreatedFrom)}`,
    ...values.map(([id, value]) => `${id}: ${value}`),
  ]
}

function line(fact: object): readonly string[] {
  const fields = Object.entries(fact).map(([name, value]): [string, unknown] => [
    name,
    typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
  ])
  const of = (name: string) => fields.find(([own]) => own === name)?.[1] ?? null
  // Whether an end that is not there is open says nothing.
  const open = (name: string) =>
    (name === 'lowOpen' && of('low') === null) || (name === 'highOpen' && of('high') === null)
  return [JSON.stringify(fields.map(([name, own]) => [name, open(name) ? null : (own ?? null)]).sort())]
}

/** A rule that asks about each key, and all groups of one to three findings. */
export function askingRules(engine: Engine, three: readonly string[]): readonly EngineRule[] {
  const { findings } = engine.knowledge
  const finding = (key: string): RuleNode => ({ kind: 'finding', key, time: 'ever' })
  const rule = (id: string, when: RuleNode): EngineRule => ({ id, title: id, sources: [], when })
  const each = Object.entries(findings).map(([key, { kind, values = [] }]) => {
    const node: RuleNode =
      kind === 'measurement'
        ? { kind: 'is', key, time: 'ever', threshold: { comparator: '>', value: 3, text: '> 3' } }
        : kind === 'choice'
          ? { kind: 'one-of', key, time: 'ever', values: values.slice(0, 1) }
          : finding(key)
    return rule(`ask ${key}`, node)
  })
  const groups = [1, 2, 3].flatMap((n) => {
    const of = three.slice(0, n).map(finding)
    return [
      rule(`all ${n}`, { kind: 'all', of }),
      rule(`any ${n}`, { kind: 'any', of }),
      rule(`not any ${n}`, { kind: 'not', of: [{ kind: 'any', of }] }),
      ...[1, 2, 3].slice(0, n).map((least) => rule(`${least} of ${n}`, { kind: 'at-least', n: least, of })),
      // What is named twice counts twice.
      rule(`two of ${n} named twice`, { kind: 'at-least', n: 2, of: [...of, ...of] }),
    ]
  })
  const [a = '', b = ''] = three
  const windows = [true, false].map((ordered) =>
    rule(`within 10 days${ordered ? ', in order' : ''}`, {
      kind: 'within',
      days: 10,
      text: '10 d',
      ordered,
      of: [
        { kind: 'finding', key: a, time: 'ever' },
        { kind: 'finding', key: b, time: 'ever' },
      ],
    }),
  )
  return [...each, ...groups, ...windows]
}
