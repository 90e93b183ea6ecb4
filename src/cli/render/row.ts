import { csvLine } from '../../adapters/table/index.ts'
import type { Assessment, RedFlags } from '../../schema/index.ts'

/** The header of assessment rows, with a column for each criteria set. */
export function rowHeader(sets: readonly string[]): string {
  return csvLine(['input', 'person', 'redFlag', 'grade', ...sets, 'firstMissing', 'nextTest', 'problems'])
}

/**
 * One person as one row: the level of the red flag, the grade of the deciding set, the verdict of each set, and what is
 * missing first. An input without a record has a row that tells its problems only.
 * Example: `drawRow("a.json", assessment, 0, ["mayo-2007"])` is `"a.json,a,high,strong,met,,,0\n"`.
 */
export function drawRow(
  input: string,
  assessment: Assessment | undefined,
  problems: number,
  sets: readonly string[],
): string {
  const { conclusion, criteria = [], redFlags, subject, workup = [] } = assessment ?? {}
  const deciding = criteria.find(({ id }) => id === conclusion?.criteria)
  const verdicts = sets.map((id) => criteria.find((set) => set.id === id)?.value ?? '')
  return csvLine([
    input,
    subject?.id ?? '',
    redFlags === undefined ? '' : flagWord(redFlags),
    conclusion?.grade ?? '',
    ...verdicts,
    deciding?.missing[0]?.key ?? '',
    workup.find(({ status }) => status === 'due')?.test ?? '',
    String(problems),
  ])
}

/** A flag that nothing in the record decides is not stated, and never none. */
function flagWord({ value, level, quiet }: RedFlags): string {
  if (quiet !== undefined) return 'quiet'
  if (value === 'unknown') return 'undetermined'
  return value ? (level ?? 'medium') : 'none'
}
