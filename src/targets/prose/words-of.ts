import type { ProseLine } from './line.ts'

/**
 * The lines of a rule as plain text, each under the names of the groups it stands in, with its marks and works.
 * Example: `wordsOf(proseOf(engine, node))[0]` is "all four of these".
 */
export function wordsOf(line: ProseLine, under = ''): readonly string[] {
  const { lead, says, must, details, proposal, unverified, sources } = line
  const asked = must === undefined ? says : `${says}: ${must}`
  const works = (sources ?? []).map(({ work, at }) => `${work} ${at}`).join(', ')
  const marks = [proposal ? ' (proposal)' : '', unverified ? ' (switched off)' : '', works && ` [${works}]`].join('')
  const text = `${under}${lead === undefined ? '' : `${lead}: `}${[asked, ...details].join('; ')}${marks}`
  const below = lead === undefined ? under : `${lead} › `
  return [text, ...line.of.flatMap((child) => wordsOf(child, below))]
}
