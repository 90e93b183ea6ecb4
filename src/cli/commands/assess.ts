import { type ReadItem, readDocument, readLine } from '../../adapters/index.ts'
import { assess } from '../../assess/index.ts'
import { createEngine, type Engine } from '../../core/index.ts'
import type { Assessment } from '../../schema/index.ts'
import { builtCodeIndex, builtKnowledge } from '../built.ts'
import { CoverageTotal, coverageField } from '../coverage.ts'
import { itemsOf } from '../input/items.ts'
import { sourcesOf } from '../input/sources.ts'
import { tableReader } from '../input/tables.ts'
import { EXIT, type Io, print, UsageError, widthOf } from '../io.ts'
import { progressOn } from '../progress.ts'
import { drawAssessment } from '../render/assessment.ts'
import { inks, wantsColour } from '../render/ink.ts'
import { drawRow, rowHeader } from '../render/row.ts'
import { chosenSections, type Section, withSections } from '../sections.ts'
import { Summary } from '../summary.ts'
import { checkDay, localDay } from '../today.ts'

export interface AssessFlags {
  readonly asOf?: string
  readonly section?: string
  readonly all?: boolean
  readonly json?: boolean
  readonly mapping?: string
  readonly csv?: boolean
  readonly coverage?: string
}

type Draw = (item: ReadItem, assessment: Assessment | undefined) => string

/**
 * Assesses every record of the files, in input order: pages for a person, or with `json` one object per line.
 * Unreadable input becomes problems in its place and exit code 3; the rest is done.
 * Example: `await assessCommand(["a.json"], { json: true }, process)`.
 */
export async function assessCommand(files: readonly string[], flags: AssessFlags, io: Io): Promise<number> {
  checkDay(flags.asOf)
  if (flags.csv && (flags.json || flags.section !== undefined))
    throw new UsageError('--csv writes the same columns for everybody: leave out --json and --section')
  const sections = chosenSections(flags.section)
  const engine = createEngine(builtKnowledge())
  const plain = flags.json || flags.csv
  const draw = flags.csv
    ? row(engine.knowledge.settings.criteria)
    : flags.json
      ? jsonLine(sections)
      : page(engine, flags, sections, io)
  const options = { asOf: flags.asOf, all: flags.all, today: localDay(new Date()) }
  const codes = builtCodeIndex()
  const readTable = tableReader(flags.mapping, engine, codes, io)
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
  const summary = new Summary()
  const coverage = await CoverageTotal.into(flags.coverage)
  for (const [index, source] of sources.entries()) {
    for await (const item of itemsOf(source, reading)) {
      const assessment = item.record && assess(engine, item.record, options)
      summary.count(item.input, assessment, item.problems, assessment !== undefined && !plain)
      coverage.add(item)
      const text = draw(item, assessment)
      if (text !== '' && !(await print(io.stdout, text))) return EXIT.done
      progress.at(index + 1, summary.records)
    }
  }
  progress.end()
  // The page of a single record shows its own.
  summary.tell(io, !plain, await coverage.end(io, plain ? 1 : 2))
  return summary.lost ? EXIT.inputLost : EXIT.done
}

/** Rows of a table, below their header. */
function row(sets: readonly string[]): Draw {
  let head = rowHeader(sets)
  return ({ input, problems }, assessment) => {
    // What a large file or an extract as a whole has to say is no row.
    if (assessment === undefined && problems.length === 0) return ''
    const line = head + drawRow(input, assessment, (assessment?.problems ?? problems).length, sets)
    head = ''
    return line
  }
}

function jsonLine(sections: ReadonlySet<Section> | undefined): Draw {
  return (item, assessment) => {
    const { input, problems, hints } = item
    const seen = { ...(hints && hints.length > 0 && { hints }), ...coverageField(item) }
    const line = assessment
      ? { input, assessment: withSections(assessment, sections), ...seen }
      : { input, problems, ...seen }
    return `${JSON.stringify(line)}\n`
  }
}

/** An input without a record has no page: its problems are told on stderr. */
function page(engine: Engine, flags: AssessFlags, sections: ReadonlySet<Section> | undefined, io: Io): Draw {
  const drawing = {
    knowledge: engine.knowledge,
    width: widthOf(io.stdout),
    ink: inks(wantsColour({ isTTY: io.stdout.isTTY, env: io.env })),
    all: flags.all === true,
    sections,
  }
  let pages = 0
  return (item, assessment) => {
    if (!assessment) return ''
    const text = drawAssessment(assessment, item, drawing)
    return pages++ === 0 ? text : `\n${text}`
  }
}
