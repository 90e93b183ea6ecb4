import type { Form } from './contender.ts'
import type { Correct } from './correct.ts'
import type { Results } from './results.ts'

/** The tables of a run in Markdown, as docs/performance.md shows them. */
export function tables(results: Results): string {
  return [
    facts(results),
    '### Targets\n',
    targets(results),
    '### Speed\n',
    speeds(results, 'main'),
    '### Rule engines of other fields\n',
    speeds(results, 'others'),
    '### What each gets right\n',
    correct(results.correct),
    '### A whole assessment, and the start of the command\n',
    whole(results),
  ].join('\n')
}

function facts({ date, machine, records, rounds, agreement }: Results): string {
  return `Measured on ${date} with Node ${machine.node.slice(1)} (V8 ${machine.v8}) on ${machine.platform}, ${machine.cpu}, ${machine.cores} cores; load ${machine.loadAtStart.toFixed(1)} at the start and ${machine.loadAtEnd.toFixed(1)} at the end, so other work ran beside it. ${records.count} records of ${records.facts} findings and measurements: ${records.met} met, ${records.notMet} not met, ${records.undetermined} undetermined. ${rounds} interleaved rounds, medians, processor time. On these records the two-valued function differs from Scansion on "met" in ${agreement.twoValuedDiffersOnMet}, the three-valued one on the verdict in ${agreement.threeValuedDiffers}.\n`
}

function targets({ targets: all }: Results): string {
  const rows = all.map(({ what, value, goal, bound, holds }) => [
    what,
    `${bound === 'least' ? '≥' : '≤'} ${goal}`,
    figure(value),
    holds ? 'holds' : '**missed**',
  ])
  return table(['What', 'Target', 'Measured', ''], rows)
}

function speeds({ speeds: all }: Results, which: 'main' | 'others'): string {
  const names = [...new Set(all.filter((speed) => speed.table === which).map((speed) => speed.name))]
  const forms: readonly Form[] = which === 'main' ? ['text', 'raw', 'prepared'] : ['raw', 'prepared']
  const rows = names.map((name) => [
    name,
    ...forms.flatMap((form) => {
      const speed = all.find((item) => item.name === name && item.from === form)
      return speed ? [perSecond(speed.perSecond), figure(speed.toHand)] : ['–', '–']
    }),
  ])
  return table(['Contender', ...forms.flatMap((form) => [HEADS[form], 'ratio'])], rows)
}

const HEADS: Readonly<Record<Form, string>> = {
  text: 'From its text, per second',
  raw: 'From the raw record, per second',
  prepared: 'Facts prepared, per second',
}

function correct(all: readonly Correct[]): string {
  const rows = all.map((item) => [
    item.name,
    item.threeValued ? 'yes' : 'no',
    item.asked === item.of ? `all ${whole3(item.of)}` : `${whole3(item.asked)} drawn of ${whole3(item.of)}`,
    percent(item.right, item.asked),
    percent(item.rightOnMet, item.asked),
    percent(item.falselyNotMet, item.asked),
  ])
  return table(
    [
      'Contender',
      'Three values',
      'Asked',
      'Verdict right',
      '"Met or not" right',
      'Said "not met" where nobody can know',
    ],
    rows,
  )
}

function whole({ assess, startUp }: Results): string {
  const rows = [
    [
      `\`assess\` of a record of ${assess.facts} facts`,
      `${figure(assess.medianMs)} ms`,
      `95th percentile ${figure(assess.p95Ms)} ms`,
      `${assess.calls} calls`,
    ],
    [
      'the same from the raw record',
      `${figure(assess.medianFromRawMs)} ms`,
      `95th percentile ${figure(assess.p95FromRawMs)} ms`,
      `${assess.calls} calls`,
    ],
    [
      '`scansion assess CASE` to its first output',
      `${figure(startUp.commandMs)} ms`,
      `${figure(startUp.ratio)} × an empty Node`,
      `${startUp.runs} runs`,
    ],
    ['`node -e 0`', `${figure(startUp.emptyNodeMs)} ms`, '', `${startUp.runs} runs`],
  ]
  return table(['What', 'Median', '', ''], rows)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line), ''].join('\n')
}

function perSecond(value: number): string {
  if (value >= 1e6) return `${(value / 1e6).toPrecision(3)} M`
  return value >= 1e4 ? `${(value / 1e3).toPrecision(3)} k` : whole3(value)
}

/** Three digits, which is more than such figures are good for. */
function figure(value: number): string {
  return value >= 1000 ? whole3(value) : String(Number(value.toPrecision(3)))
}

function whole3(value: number): string {
  return Math.round(Number(value.toPrecision(value < 1000 ? 3 : 6))).toLocaleString('en')
}

function percent(part: number, of: number): string {
  return part === of ? 'all' : part === 0 ? 'none' : `${((100 * part) / of).toFixed(1)} %`
}
