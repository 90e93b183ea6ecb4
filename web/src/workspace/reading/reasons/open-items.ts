import type { Assessment, WorkupItem } from '../../../../../src/schema/index.ts'

/** Something that is still open and could move a verdict, or belongs to the record: a judgement, a test, a finding. */
export type OpenItem = AskItem | TestItem | FindingItem

interface AskItem {
  readonly is: 'ask'
  /** The answer is a fact of this key. */
  readonly key: string
  readonly question: string
  readonly sets: readonly string[]
}

interface TestItem {
  readonly is: 'test'
  readonly key: string
  readonly test: WorkupItem
  /** What it could settle. */
  readonly bears: 'conflict' | 'criteria' | 'repeat' | 'baseline'
  /** Keys of the record it would answer. */
  readonly keys: readonly string[]
  readonly sets: readonly string[]
}

interface FindingItem {
  readonly is: 'finding'
  readonly key: string
  readonly label: string
  readonly sets: readonly string[]
}

type Known = Pick<Assessment, 'conclusion' | 'criteria' | 'workup' | 'problems'>

/**
 * What is still open, the most useful first: judgements that are due, then the tests of the work-up in its own order,
 * then what only another set asks for, then what no test answers. Each says which sets it bears on.
 * Example: `openItems(assessment)[0]` is the immunofixation of a record that has only an electrophoresis.
 */
export function openItems({ conclusion, criteria, workup }: Known): readonly OpenItem[] {
  const first = criteria.find(({ id }) => id === conclusion.criteria)
  const sets = first ? [first, ...criteria.filter((set) => set !== first)] : criteria
  const missing = sets.flatMap((set) => set.missing.map((item) => ({ ...item, set: set.id })))
  const setsThat = (asks: (item: (typeof missing)[number]) => boolean) => [
    ...new Set(missing.filter(asks).map(({ set }) => set)),
  ]
  const asked = new Map<string, AskItem>()
  for (const { ask, question, label } of missing) {
    if (ask === undefined || asked.has(ask)) continue
    asked.set(ask, { is: 'ask', key: ask, question: question ?? label, sets: setsThat((item) => item.ask === ask) })
  }
  const tests = workup.filter((item) => isToDo(item) || missing.some(({ test }) => test === item.test))
  const ordered = [...tests.filter(isToDo), ...tests.filter((item) => !isToDo(item))]
  const items = ordered.map((test): TestItem => {
    const answers = missing.filter((item) => item.test === test.test)
    const keys = [...new Set([...test.open, ...answers.flatMap(({ key }) => (key === undefined ? [] : [key]))])]
    const bearing = setsThat(
      (item) => item.test === test.test || (item.key !== undefined && test.open.includes(item.key)),
    )
    return { is: 'test', key: test.test, test, keys, sets: bearing, bears: bearsOf(test, bearing, answers) }
  })
  const untested = new Map<string, FindingItem>()
  for (const { key, test, label, advice } of missing) {
    if (key === undefined || test !== undefined || advice === 'ask' || untested.has(key)) continue
    untested.set(key, { is: 'finding', key, label, sets: setsThat((item) => item.key === key) })
  }
  return [...asked.values(), ...items, ...untested.values()]
}

/** Is the test still to be done, or to be done again? */
export function isToDo({ status }: WorkupItem): boolean {
  return status === 'due' || status === 'repeat'
}

function bearsOf(
  test: WorkupItem,
  sets: readonly string[],
  answers: readonly { readonly advice: string }[],
): TestItem['bears'] {
  if (answers.some(({ advice }) => advice === 'repeat')) return 'conflict'
  if (sets.length > 0) return 'criteria'
  return test.status === 'repeat' ? 'repeat' : 'baseline'
}
