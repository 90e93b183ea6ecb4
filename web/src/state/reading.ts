import { readRecord } from '../../../src/adapters/case/record.ts'
import { assess, Viewer } from '../../../src/assess/index.ts'
import {
  type Engine,
  Evaluator,
  type Explained,
  type PersonRecord,
  type Prepared,
  parseDay,
  prepare,
} from '../../../src/core/index.ts'
import type { Assessment, FactView, Problem } from '../../../src/schema/index.ts'
import { type Entry, recordOf, type Sheet } from './sheet.ts'

/** The name under which the record on the table is read: places of facts begin with it. */
const TABLE = 'record'

/** How a finding stands in the record, drawn by one glyph and one word. */
export type StateName = 'present' | 'absent' | 'open' | 'conflict'

interface KeyState {
  readonly state: StateName
  readonly facts: readonly FactView[]
  /** Something is recorded that does not settle it. */
  readonly undecided: boolean
  readonly explained: Explained
}

/** The record on the table, read and assessed as of a day. Everything on the screen follows from it. */
export interface Reading {
  readonly sheet: Sheet
  readonly record: PersonRecord
  readonly assessment: Assessment
  readonly problems: readonly Problem[]
  readonly prepared: Prepared
  /** How a key stands, as of the day of the assessment. */
  stateOf(key: string): KeyState
  /** The state of any rule. */
  ruleState(id: string): KeyState
}

/**
 * Reads and assesses a sheet. Pure: the same sheet and day give the same reading.
 * Example: `readSheet(engine, sheet, { today: '2026-11-27' }).assessment.conclusion.value`.
 */
export function readSheet(
  engine: Engine,
  sheet: Sheet,
  options: { readonly today: string; readonly asOf?: string; readonly all?: boolean },
): Reading {
  const item = readRecord(TABLE, recordOf(sheet), engine)
  if (!item.record) throw new Error('a sheet is always a record')
  const assessment = assess(engine, item.record, options)
  const prepared = prepare(engine, item.record, parseDay(options.asOf ?? options.today)?.to ?? Number.POSITIVE_INFINITY)
  const evaluator = new Evaluator(prepared)
  const viewer = new Viewer(prepared)
  const states = new Map<string, KeyState>()
  const state = (id: string, explained: () => Explained): KeyState => {
    const known = states.get(id)
    if (known) return known
    const made = keyState(explained(), viewer)
    states.set(id, made)
    return made
  }
  return {
    sheet,
    record: item.record,
    assessment,
    problems: assessment.problems,
    prepared,
    stateOf: (key) => state(key, () => evaluator.node({ kind: 'finding', key, time: 'ever' })),
    ruleState: (id) =>
      state(`rule ${id}`, () =>
        engine.knowledge.rules[id] ? evaluator.rule(id) : evaluator.node({ kind: 'finding', key: id, time: 'ever' }),
      ),
  }
}

function keyState(explained: Explained, viewer: Viewer): KeyState {
  const state: StateName =
    explained.reason === 'facts-contradict'
      ? 'conflict'
      : explained.value === true
        ? 'present'
        : explained.value === false
          ? 'absent'
          : 'open'
  const facts = explained.facts.map((fact) => viewer.fact(fact))
  return { state, facts, undecided: explained.value === 'unknown' && speaks(explained), explained }
}

function speaks(tree: Explained): boolean {
  return tree.ask !== undefined || tree.facts.length > 0 || tree.of.some(speaks)
}

/** The entry of the sheet behind a place of the record: `record#/findings/3` is the fourth finding. */
export function entryAt(sheet: Sheet, at: string): Entry | undefined {
  const [, list, index] = /#\/(findings|measurements|courses|treatedAs|treatments|complete)\/(\d+)/.exec(at) ?? []
  switch (list) {
    case 'findings':
    case 'measurements':
    case 'courses':
    case 'treatedAs':
    case 'treatments':
    case 'complete':
      return sheet[list][Number(index)]
    default:
      return undefined
  }
}
