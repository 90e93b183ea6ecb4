import type { Contender, Form } from './contender.ts'

/** Speed of a contender: evaluations per second of processor time, the median of the rounds. */
export interface Speed {
  readonly name: string
  readonly from: Form
  readonly perSecond: number
  /** Evaluations per second of each round, for ratios between contenders of the same round. */
  readonly rounds: readonly number[]
}

/** A pass is repeated until it has lasted so long: shorter ones the clock does not see. */
const LEAST_MS = 100
const WARM_UP_MS = 400

/**
 * Runs all contenders in turn, round after round, each round beginning with another one, so that what else happens on
 * the machine meets all of them. Counts processor time and not the clock on the wall, for the same reason.
 */
export async function measure(
  contenders: readonly Contender[],
  rounds: number,
  tell: (text: string) => void,
): Promise<Speed[]> {
  // Those that keep their forms come last: see `counting`.
  const order: readonly Form[] = ['raw', 'text', 'prepared']
  for (const contender of [...contenders].sort((a, b) => order.indexOf(a.from) - order.indexOf(b.from))) {
    await batch(contender, WARM_UP_MS)
    tell(`warm: ${contender.name}, ${contender.from}`)
  }
  const found = contenders.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const index = (round + turn) % contenders.length
      const contender = contenders[index] as Contender
      found[index]?.push(await batch(contender, LEAST_MS))
    }
    tell(`round ${round + 1} of ${rounds}`)
  }
  return contenders.map(({ name, from }, i) => {
    const own = found[i] ?? []
    return { name, from, perSecond: median(own), rounds: own }
  })
}

async function batch(contender: Contender, least: number): Promise<number> {
  let passes = 0
  const before = process.cpuUsage()
  const start = performance.now()
  do {
    const met = contender.pass()
    if (typeof met !== 'number') await met
    passes++
  } while (performance.now() - start < least)
  const { user, system } = process.cpuUsage(before)
  return (passes * contender.records) / ((user + system) / 1e6)
}

/** The median of the ratios of two contenders, round by round. */
export function ratio(
  speeds: readonly Speed[],
  [name, from]: readonly [string, Form],
  [other, otherFrom]: readonly [string, Form],
): number {
  const find = (wanted: string, form: Form) =>
    speeds.find((speed) => speed.name === wanted && speed.from === form)?.rounds ?? []
  const own = find(name, from)
  const reference = find(other, otherFrom)
  return median(own.map((value, i) => value / (reference[i] ?? Number.NaN)))
}

/** The middle of the values; not a number when there is none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
