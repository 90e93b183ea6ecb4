import type { FactView, TreeView } from '../../schema/assessment.ts'

const REASONS: Readonly<Record<string, string>> = {
  equivocal: 'equivocal, to be repeated',
  'facts-contradict': 'two facts of one day contradict each other',
  'number-not-stated': 'stated without a number',
  'limit-not-stated': "the laboratory's limit is not stated",
  'range-straddles-threshold': 'the stated range lies on both sides of the threshold',
  'only-after-treatment': 'known only after treatment began',
  'fewer-than-two-values': 'fewer than two values',
  'specimens-differ': 'the specimens differ',
  'assays-differ': 'the assays differ',
  'time-not-stated': 'the time is not stated',
  unverified: 'rests on an unverified statement and is switched off',
}

/** Why a leaf is open although something is recorded. */
export function reasonWords(reason: string): string {
  return REASONS[reason] ?? reason.replaceAll('-', ' ')
}

/** The time of a fact as a reader says it. Months hang on the presentation. Example: `dateWords("3")` is "month 3". */
export function dateWords(date: string): string {
  if (date === 'baseline') return 'at presentation'
  if (/^-?\d{1,3}(\.\d+)?$/.test(date)) return `month ${date.replace('-', '−')}`
  return date
}

/** What a fact says, when, and what it was made from. Example: "present, 2024-03-18". */
export function factWords(fact: FactView): string {
  const parts = [fact.says]
  if (fact.given !== undefined && !fact.says.includes(fact.given)) parts[0] = `${fact.says} (printed: ${fact.given})`
  if (fact.limit !== undefined) parts.push(limitWords(fact.limit))
  parts.push(dateWords(fact.date))
  if (fact.author !== undefined) parts.push(`judged by ${fact.author}`)
  return parts.join(', ')
}

/** The laboratory's own limits; a side that was not printed is not drawn. Example: `limitWords("–86")` is "upper limit 86". */
function limitWords(limit: string): string {
  const [low = '', high = ''] = limit.split('–')
  if (low === '') return `upper limit ${high}`
  return high === '' ? `lower limit ${low}` : `limits ${low} to ${high}`
}

/** The place without the part that the header of the page already names. Example: "#/findings/3". */
export function placeWords(at: string, input: string): string {
  if (!at.startsWith(input) || input === '') return at
  const rest = at.slice(input.length)
  if (/^:\d+$/.test(rest)) return `line ${rest.slice(1)}`
  if (rest === '') return at
  return rest.startsWith('#') ? rest : `…${rest}`
}

/** How many members of a counted group hold: the reader sees what "at least" rests on. */
export function countWords(group: TreeView): string {
  if (group.kind !== 'at-least' && group.kind !== 'any') return ''
  const held = group.of.filter((child) => child.value === true).length
  return held === 0 ? 'none found yet' : `${held} found`
}
