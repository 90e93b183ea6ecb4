import { type Engine, sign } from '../../core/index.ts'
import { CARE_FOLDERS } from '../../load/index.ts'
import type { EngineRule, RuleNode } from '../../schema/engine.ts'
import { proseOf, wordsOf } from '../../targets/prose/index.ts'
import type { Side } from './sides.ts'

/** One entry that differs: what of it was, and what of it is. */
export interface Change {
  readonly kind: string
  readonly id: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly was: readonly string[]
  readonly is: readonly string[]
}

type Entries = Readonly<Record<string, object>>

/** Fields that say who reads an entry, or that are told in words below. */
const DERIVED: ReadonlySet<string> = new Set(['usedBy', 'citedBy'])
const CONDITIONS: ReadonlySet<string> = new Set([
  'when',
  'present-when',
  'absent-when',
  'ask-when',
  'grade',
  'cautions',
  'categories',
  'eligible',
  'level',
])

/** Every entry that was added, removed or changed between two sides, rules in words. Example: `changesBetween(a, b)`. */
export function changesBetween(a: Side, b: Side): readonly Change[] {
  return kindsOf(a).flatMap(([kind, before], index) => {
    const after = kindsOf(b)[index]?.[1] ?? {}
    return changesIn(kind, before, after, a.engine, b.engine)
  })
}

function kindsOf({ library, phrases: own }: Side): readonly (readonly [string, Entries])[] {
  const { rules, findings, measured, confounders, workup, conflicts, sources, care, settings } = library
  const phrases = Object.entries(own).map(([id, text]) => [id, { text }])
  return [
    ['rule', rules],
    ['finding', findings],
    ['measurement table', measured],
    ['confounder', confounders],
    ['test', workup],
    ['conflict', conflicts],
    ['source', sources],
    ...CARE_FOLDERS.map((folder): [string, Entries] => [folder, care[folder]]),
    ['sentence', Object.fromEntries(phrases)],
    ['settings', settings ? { settings } : {}],
  ]
}

function changesIn(kind: string, before: Entries, after: Entries, a: Engine, b: Engine): readonly Change[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return ids.flatMap((id): readonly Change[] => {
    const [old, now] = [before[id], after[id]]
    const was = old ? linesOf(kind, id, old, a) : []
    const is = now ? linesOf(kind, id, now, b) : []
    if (!old) return [{ kind, id, change: 'added', was, is }]
    if (!now) return [{ kind, id, change: 'removed', was, is }]
    const gone = lacking(was, is)
    const come = lacking(is, was)
    return gone.length + come.length > 0 ? [{ kind, id, change: 'changed', was: gone, is: come }] : []
  })
}

/** The lines of one text that another has not, as often as they stand there. */
function lacking(lines: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function linesOf(kind: string, id: string, entry: object, engine: Engine): readonly string[] {
  const rule = kind === 'rule' ? engine.knowledge.rules[id] : undefined
  const skipped = rule ? new Set([...DERIVED, ...CONDITIONS]) : DERIVED
  const fields = Object.entries(entry).filter(([name]) => !skipped.has(name))
  return [...(rule ? ruleLines(rule, engine) : []), ...fields.flatMap(([name, value]) => fieldLines(name, value))]
}

/** A list gives a line for each member; what is nested is told in one line. Example: `unit: pg/mL`. */
function fieldLines(name: string, value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldLines(name, item))
  return [`${name}: ${plain(value)}`]
}

function plain(value: unknown): string {
  if (value === null || typeof value !== 'object') return sign(String(value))
  if (Array.isArray(value)) return value.map(plain).join(', ')
  return Object.entries(value)
    .map(([name, item]) => `${name} ${plain(item)}`)
    .join('; ')
}

function ruleLines(rule: EngineRule, engine: Engine): readonly string[] {
  const { grade, cautions = [], askWhen = [], categories = [], level } = rule
  const said = (head: string, node: RuleNode | undefined, reading: 'verdict' | 'shown' = 'verdict') =>
    node ? wordsOf(proseOf(engine, node, { reading })).map((line) => `${head}: ${line}`) : []
  return [
    ...said('holds when', rule.when),
    ...said('present when', rule.presentWhen),
    ...said('absent when', rule.absentWhen),
    ...askWhen.flatMap((ask) => said(`asks "${ask.question}" when`, ask.when)),
    ...categories.flatMap((category) => said(`${category.id} when`, category.when)),
    ...said('eligible when', rule.eligible),
    ...(level ? [`level: ${level.high ? 'high or ' : ''}${level.otherwise}`] : []),
    ...said('level high when', level?.high, 'shown'),
    ...(grade?.caps ?? []).flatMap((cap) => said(`weak (${cap.id}) when`, cap.when, 'shown')),
    ...(grade ? [`strong: at least ${grade.strong.unflaggedMinors} minor criteria without reservation`] : []),
    ...said('strong when', grade?.strong.when, 'shown'),
    ...cautions.flatMap((caution) => said(`caution (${caution.id}) when`, caution.when, 'shown')),
  ]
}
