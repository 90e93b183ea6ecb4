import { type ReadItem, readDocument, readLine } from '../../adapters/index.ts'
import { type Replay, replay } from '../../assess/index.ts'
import { createEngine, losesInput, parseDay } from '../../core/index.ts'
import type { Problem } from '../../schema/index.ts'
import { builtCodeIndex, builtKnowledge } from '../built.ts'
import { CoverageTotal, coverageField } from '../coverage.ts'
import { itemsOf } from '../input/items.ts'
import { sourcesOf } from '../input/sources.ts'
import { tableReader } from '../input/tables.ts'
import { EXIT, type Io, print, widthOf } from '../io.ts'
import { progressOn } from '../progress.ts'
import { inks, wantsColour } from '../render/ink.ts'
import { problemLines } from '../render/problems.ts'
import { delayMonths, drawReplay } from '../render/replay.ts'
import { printable } from '../render/text.ts'
import { localDay } from '../today.ts'

/**
 * Replays every record of the files, in input order: the first day each criteria set, red flag and the indication held,
 * the day of the recorded diagnosis, and the delay between. A page for each, or with `json` one object per line.
 * Example: `await replayCommand(["a.json"], { json: true }, process)`.
 */
export async function replayCommand(
  files: readonly string[],
  flags: { readonly json?: boolean; readonly mapping?: string; readonly coverage?: string },
  io: Io,
): Promise<number> {
  const engine = createEngine(builtKnowledge())
  const codes = builtCodeIndex()
  const readTable = tableReader(flags.mapping, engine, codes, io)
  const today = parseDay(localDay(new Date()))?.to ?? Number.POSITIVE_INFINITY
  const drawing = { width: widthOf(io.stdout), ink: inks(wantsColour({ isTTY: io.stdout.isTTY, env: io.env })) }
  const sources = await sourcesOf(files)
  const progress = progressOn(io, sources.length)
  const reading = {
    engine,
    codes,
    readers: { readDocument, readLine },
    stdin: io.stdin,
    readTable,
    tell: progress.looked,
  }
  const coverage = await CoverageTotal.into(flags.coverage)
  let [records, lost] = [0, false]
  for (const [index, source] of sources.entries()) {
    for await (const item of itemsOf(source, reading)) {
      const replayed = item.record && replay(engine, item.record, today)
      const problems = item.record?.problems ?? item.problems
      lost ||= problems.some(losesInput)
      if (problems.length > 0) tell(problems, io)
      coverage.add(item)
      if (replayed) records++
      const text = flags.json
        ? jsonLine(item, replayed, problems)
        : replayed
          ? page(item, replayed, records, drawing)
          : ''
      if (text !== '' && !(await print(io.stdout, text))) return EXIT.done
      progress.at(index + 1, records)
    }
  }
  progress.end()
  await coverage.tell(io)
  return lost ? EXIT.inputLost : EXIT.done
}

function jsonLine(item: ReadItem, replayed: Replay | undefined, problems: readonly Problem[]): string {
  const { input } = item
  const told = { ...(problems.length > 0 && { problems }), ...coverageField(item) }
  const line = replayed
    ? { input, replay: { ...replayed, delayMonths: delayMonths(replayed) }, ...told }
    : { input, problems, ...told }
  return `${JSON.stringify(line)}\n`
}

function page(
  { input }: ReadItem,
  replayed: Replay,
  number: number,
  drawing: Parameters<typeof drawReplay>[2],
): string {
  const text = drawReplay(printable(replayed), printable(input), drawing)
  return number === 1 ? text : `\n${text}`
}

function tell(problems: readonly Problem[], io: Io): void {
  const ink = inks(wantsColour({ isTTY: io.stderr.isTTY, env: io.env }))
  io.stderr.write(`${problemLines(printable(problems), widthOf(io.stderr), ink).join('\n')}\n`)
}
