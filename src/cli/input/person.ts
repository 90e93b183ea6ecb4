import { readDocument, readLine } from '../../adapters/index.ts'
import { assess } from '../../assess/index.ts'
import { createEngine, losesInput } from '../../core/index.ts'
import type { Person } from '../../documents/index.ts'
import { builtCodeIndex, builtKnowledge } from '../built.ts'
import { type Io, UsageError, widthOf } from '../io.ts'
import { inks, wantsColour } from '../render/ink.ts'
import { problemLines } from '../render/problems.ts'
import { printable } from '../render/text.ts'
import { checkDay, localDay } from '../today.ts'
import { itemsOf } from './items.ts'
import { sourcesOf } from './sources.ts'

/** One person out of a file. */
export interface ReadPerson {
  readonly person?: Person
  /** Some of the input could not be read. */
  readonly lost: boolean
}

/**
 * Reads the one record of a file and assesses it. Problems go to standard error. A file of several records is wrong
 * usage: a document is about one person.
 */
export async function readPerson(file: string, asOf: string | undefined, io: Io): Promise<ReadPerson> {
  checkDay(asOf)
  const engine = createEngine(builtKnowledge())
  const reading = { engine, codes: builtCodeIndex(), readers: { readDocument, readLine }, stdin: io.stdin }
  const persons: Person[] = []
  let lost = false
  for (const source of await sourcesOf([file])) {
    for await (const item of itemsOf(source, reading)) {
      const assessment = item.record && assess(engine, item.record, { asOf, today: localDay(new Date()) })
      const problems = assessment?.problems ?? item.problems
      lost ||= problems.some(losesInput)
      const ink = inks(wantsColour({ isTTY: io.stderr.isTTY, env: io.env }))
      const lines = problemLines(printable(problems), widthOf(io.stderr), ink)
      if (lines.length > 0) io.stderr.write(`${lines.join('\n')}\n`)
      if (item.record && assessment) persons.push({ record: item.record, assessment })
      if (persons.length > 1) throw new UsageError(`${file} holds more than one record: give a file with one person`)
    }
  }
  const [person] = persons
  return { ...(person ? { person } : undefined), lost: lost || !person }
}
