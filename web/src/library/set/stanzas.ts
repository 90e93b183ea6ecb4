import { type Engine, say } from '../../../../src/core/index.ts'
import { numberWord, type ProseLine } from '../../../../src/targets/prose/index.ts'

/** Lines of a criteria set that belong together: how many of them must hold stands at their left. */
export interface Stanza {
  readonly says: string
  /** What the authors call its lines, where they are not told there already. */
  readonly lead?: string
  /** Must all of them hold? Else so many of them do. */
  readonly all: boolean
  readonly line?: ProseLine
  readonly members: readonly ProseLine[]
}

/**
 * A rule as stanzas: of a set that wants all of its parts, the lines that stand alone together, and each group by itself.
 * Example: the Mayo set is "both of these", "at least one of these three", "at least one of these six".
 */
export function stanzasOf(engine: Engine, root: ProseLine, isAll: boolean): readonly Stanza[] {
  if (!root.count) return [{ says: '', all: true, members: [root] }]
  if (!isAll) return [groupOf(root, false)]
  const stanzas: Stanza[] = []
  let alone: ProseLine[] = []
  const close = () => {
    if (alone.length > 0) stanzas.push({ says: allWords(engine, alone.length), all: true, members: alone })
    alone = []
  }
  for (const line of root.of) {
    if (line.count) {
      close()
      stanzas.push(groupOf(line, false))
    } else alone.push(line)
  }
  close()
  return stanzas
}

function groupOf(line: ProseLine, all: boolean): Stanza {
  const { says, lead, of, details } = line
  // A lead in brackets names the members again, which stand below it.
  const told = lead !== undefined && !lead.includes('(')
  const members = of.length > 0 ? of : details.map((text) => ({ says: text, details: [], of: [], measured: [] }))
  return { says, all, line, members, ...(told && { lead }) }
}

function allWords(engine: Engine, count: number): string {
  return say(engine, 'prose.all', { count, number: numberWord(engine, count) }).text
}
