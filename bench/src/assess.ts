import { assess } from '../../dist/assess/index.js'
import { median, quantile } from './measure.ts'
import { AS_OF, makeRecords } from './records.ts'
import { engine, read } from './scansion.ts'

/** Milliseconds of an explained assessment by all criteria sets, with red flags and sentences. */
export interface AssessTimes {
  readonly facts: number
  readonly calls: number
  readonly medianMs: number
  readonly p95Ms: number
  /** The same, with reading the record. */
  readonly medianFromRawMs: number
  readonly p95FromRawMs: number
}

const FACTS = 200
const RECORDS = 100
const ROUNDS = 12

/** Times single calls, after one round to warm up. On a busy machine other work stands between some calls: see the p95. */
export function timeAssess(): AssessTimes {
  const raws = makeRecords(RECORDS, FACTS)
  const pairs = raws.map((raw) => ({ raw, record: read(raw) }))
  const options = { asOf: AS_OF, today: AS_OF }
  const plain: number[] = []
  const fromRaw: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { raw, record } of pairs) {
      const own = timed(() => assess(engine, record, options))
      const whole = timed(() => assess(engine, read(raw), options))
      if (round === 0) continue
      plain.push(own)
      fromRaw.push(whole)
    }
  }
  return {
    facts: FACTS,
    calls: plain.length,
    medianMs: median(plain),
    p95Ms: quantile(plain, 0.95),
    medianFromRawMs: median(fromRaw),
    p95FromRawMs: quantile(fromRaw, 0.95),
  }
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
