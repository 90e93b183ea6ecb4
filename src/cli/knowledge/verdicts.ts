import { type ReadItem, readDocument, readLine } from '../../adapters/index.ts'
import { type AssessOptions, assess } from '../../assess/index.ts'
import { createEngine, type Engine, type PersonRecord } from '../../core/index.ts'
import type { Knowledge } from '../../schema/engine.ts'
import type { Assessment } from '../../schema/index.ts'
import { builtCodeIndex } from '../built.ts'
import { itemsOf } from '../input/items.ts'
import { sourcesOf } from '../input/sources.ts'
import type { Io } from '../io.ts'
import type { Change } from './changes.ts'

/** A verdict, grade, red flag or conclusion of one case that is another on the other side. */
export interface Verdict {
  readonly case: string
  readonly of: string
  readonly was: string
  readonly is: string
  /** The entries each of which alone makes the change; empty where only several together do. */
  readonly because: readonly string[]
}

type Read = ReadonlyMap<string, PersonRecord>

/** The records of files and folders, by where they stand. What is no record is passed over. */
export async function recordsOf(files: readonly string[], engine: Engine, io: Io): Promise<Read> {
  const found = new Map<string, PersonRecord>()
  const reading = { engine, codes: builtCodeIndex(), readers: { readDocument, readLine }, stdin: io.stdin }
  for (const source of await sourcesOf(files)) {
    for await (const item of itemsOf(source, reading)) if (item.record) found.set(nameOf(item), item.record)
  }
  return found
}

function nameOf(item: ReadItem): string {
  return `${item.record?.id ?? item.input} (${item.input})`
}

/** What of each case changes from one knowledge to the other, and which entry alone does it. */
export function verdictsBetween(
  a: Engine,
  b: Engine,
  before: Read,
  after: Read,
  changes: readonly Change[],
  day: AssessOptions,
): readonly Verdict[] {
  const hybrids = changes.flatMap((change) => {
    const engine = hybridOf(a.knowledge, b.knowledge, change)
    return engine ? [{ name: `${change.kind} ${change.id}`, engine }] : []
  })
  return [...before].flatMap(([name, record]) => {
    const other = after.get(name)
    if (!other) return []
    const was = outcomes(assess(a, record, day))
    const is = outcomes(assess(b, other, day))
    const moved = [...new Set([...was.keys(), ...is.keys()])].filter((of) => was.get(of) !== is.get(of))
    if (moved.length === 0) return []
    const alone = hybrids.map((hybrid) => ({ name: hybrid.name, told: outcomesOf(hybrid.engine, record, day) }))
    return moved.map((of) => ({
      case: name,
      of,
      was: changed(was.get(of), is.get(of)),
      is: changed(is.get(of), was.get(of)),
      because: alone.flatMap(({ name: by, told }) => (told && told.get(of) === is.get(of) ? [by] : [])),
    }))
  })
}

/** Of a conclusion only the sentences that the other side does not say. */
function changed(text = 'not judged', other = ''): string {
  const said = new Set(sentencesOf(other))
  const own = sentencesOf(text).filter((sentence) => !said.has(sentence))
  return own.length > 0 ? own.join(' ') : 'nothing in its place'
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!]) (?=[A-Z])/)
}

function outcomes({ criteria, redFlags, conclusion }: Assessment): ReadonlyMap<string, string> {
  const sets = criteria.map(({ id, value, grade }): [string, string] => [id, [value, grade].filter(Boolean).join(', ')])
  const categories = criteria.flatMap(({ id, category }): [string, string][] =>
    category ? [[`${id}, category`, [...new Set([category.low, category.high])].join(' to ')]] : [],
  )
  const raised = { true: 'raised', false: 'not raised', unknown: 'open' }[`${redFlags.value}`]
  const flag = redFlags.value === true && redFlags.level ? `${raised}, ${redFlags.level}` : raised
  return new Map([...sets, ...categories, ['red flag', flag], ['conclusion', conclusion.statement]])
}

/** One knowledge with a single entry of the other. Undefined where the entry does not bear on a verdict. */
function hybridOf(a: Knowledge, b: Knowledge, { kind, id }: Change): Engine | undefined {
  const swap = <T>(own: Readonly<Record<string, T>>, other: Readonly<Record<string, T>>) => {
    const { [id]: _, ...rest } = own
    const entry = other[id]
    return entry === undefined ? rest : { ...rest, [id]: entry }
  }
  if (kind === 'rule') return createEngine({ ...a, rules: swap(a.rules, b.rules) })
  if (kind === 'finding') return createEngine({ ...a, findings: swap(a.findings, b.findings) })
  if (kind === 'sentence') return createEngine({ ...a, phrases: swap(a.phrases, b.phrases) })
  if (kind === 'settings') return createEngine({ ...a, settings: b.settings })
  if (kind === 'confounder') {
    const others = a.confounders.filter((item) => item.id !== id)
    return createEngine({ ...a, confounders: [...others, ...b.confounders.filter((item) => item.id === id)] })
  }
  if (kind !== 'measurement table') return undefined
  const others = a.measured.filter(({ measurement }) => measurement !== id)
  return createEngine({ ...a, measured: [...others, ...b.measured.filter(({ measurement }) => measurement === id)] })
}

/** An entry alone may name what only comes with the others: then it does not stand alone. */
function outcomesOf(engine: Engine, record: PersonRecord, day: AssessOptions): ReadonlyMap<string, string> | undefined {
  try {
    return outcomes(assess(engine, record, day))
  } catch {
    return undefined
  }
}
