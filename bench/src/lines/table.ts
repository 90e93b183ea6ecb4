import type { LinesResults } from './run.ts'

/** The table of a run over lines in Markdown. */
export function linesTable({ date, machine, megabytes, rounds, contenders }: LinesResults): string {
  const { node, cpu, cores, load } = machine
  const head = `Measured on ${date} with Node ${node.slice(1)} on ${cpu}, ${cores} cores; load ${load.toFixed(1)} at the start. A file of ${megabytes.toFixed(0)} MB, ${rounds} interleaved rounds, medians, by the clock.`
  const rows = contenders.map(({ name, perSecond, toJsonParse, toDuckDb, peak, found }) =>
    [
      name,
      `${perSecond.toFixed(0)} MB`,
      toJsonParse.toFixed(2),
      toDuckDb.toFixed(2),
      `${peak.toFixed(0)} MB`,
      found,
    ].join(' | '),
  )
  const titles = ['Contender', 'Per second', 'to `JSON.parse`', 'to DuckDB', 'Most memory', 'Found']
  const lines = [titles.join(' | '), '--- | ---: | ---: | ---: | ---: | ---:', ...rows].map((row) => `| ${row} |`)
  return `${head}\n\n${lines.join('\n')}\n`
}
