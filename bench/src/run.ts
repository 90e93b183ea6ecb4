import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { timeAssess } from './assess.ts'
import { byHand, FLAGS, HAND, judges as handJudges } from './by-hand.ts'
import type { Form, Judge, Verdict } from './contender.ts'
import { type Correct, countCorrect } from './correct.ts'
import { cql, FHIR, LIST } from './cql.ts'
import { measure, ratio, type Speed } from './measure.ts'
import { others } from './others.ts'
import type { RawRecord } from './record.ts'
import { makeRecords } from './records.ts'
import { type Results, target } from './results.ts'
import { COMPILED, EXPLAINING, scansion, judges as scansionJudges } from './scansion.ts'
import { timeStartUp } from './start-up.ts'
import { tables } from './tables.ts'

const COUNT = 2000
const FACTS = 40
const ROUNDS = Number(process.env.ROUNDS ?? 11)
const STARTS = 21

const tell = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

// Through JSON and back, so that every contender reads what a parser gives.
const records: RawRecord[] = JSON.parse(JSON.stringify(makeRecords(COUNT, FACTS)))
const loadAtStart = loadavg()[0] ?? 0
tell('assessing')
const assess = timeAssess()
tell('translating CQL')
const inCql = await cql(records)
const engines = others(records)
const main = [...byHand(records), ...scansion(records), ...inCql.contenders]
tell(`measuring ${main.length + engines.contenders.length} contenders`)
const speeds = await measure([...main, ...engines.contenders], ROUNDS, tell)

const correct: Correct[] = []
for (const judge of [...handJudges, ...scansionJudges, ...inCql.judges, ...engines.judges]) {
  tell(`combinations: ${judge.name}`)
  correct.push(await countCorrect(judge))
}
tell('starting')
const startUp = await timeStartUp(STARTS)

const judged = async (all: readonly Judge[], name: string): Promise<readonly Verdict[]> =>
  (await all.find((judge) => judge.name === name)?.judge(records)) ?? []
const explained = await judged(scansionJudges, EXPLAINING)
const two = await judged(handJudges, HAND)
const three = await judged(handJudges, 'hand-written, three-valued, a Map')
const count = (verdict: Verdict): number => explained.filter((item) => item === verdict).length

const results: Results = {
  date: new Date().toISOString().slice(0, 10),
  machine: {
    node: process.version,
    v8: process.versions.v8,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model ?? 'not known',
    cores: cpus().length,
    loadAtStart,
    loadAtEnd: loadavg()[0] ?? 0,
  },
  records: {
    count: COUNT,
    facts: FACTS,
    met: count('met'),
    notMet: count('not-met'),
    undetermined: count('undetermined'),
  },
  rounds: ROUNDS,
  agreement: {
    twoValuedDiffersOnMet: two.filter((verdict, i) => (verdict === 'met') !== (explained[i] === 'met')).length,
    threeValuedDiffers: three.filter((verdict, i) => verdict !== explained[i]).length,
  },
  speeds: speeds.map((speed) => ({
    name: speed.name,
    from: speed.from,
    perSecond: speed.perSecond,
    toHand: ratio(speeds, [speed.name, speed.from], handOf(speed)),
    table: main.some((contender) => contender.name === speed.name) ? 'main' : 'others',
  })),
  correct,
  assess,
  startUp,
  targets: [
    target(
      'compiled, facts prepared, to the hand-written function in its fastest form',
      ratio(speeds, [COMPILED, 'prepared'], [FLAGS, 'prepared']),
      'least',
      0.3,
    ),
    target(
      'compiled, facts prepared, to cql-execution on lists',
      ratio(speeds, [COMPILED, 'prepared'], [LIST, 'prepared']),
      'least',
      100,
    ),
    target(
      'explaining, from the raw record, to the hand-written two-valued function',
      ratio(speeds, [EXPLAINING, 'raw'], [HAND, 'raw']),
      'least',
      0.25,
    ),
    target(
      'explaining, from the raw record, to cql-execution over FHIR',
      ratio(speeds, [EXPLAINING, 'raw'], [FHIR, 'raw']),
      'least',
      200,
    ),
    target('milliseconds of an explained assessment of 200 facts, median', assess.medianMs, 'most', 1),
    target('start-up of the command to its first output, to an empty Node', startUp.ratio, 'most', 8),
  ],
}

/** Prepared forms are compared with the fastest prepared hand-written function. */
function handOf({ from }: Speed): readonly [string, Form] {
  return from === 'prepared' ? [FLAGS, 'prepared'] : [HAND, from]
}

const folder = new URL('../results/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('latest.json', folder), `${JSON.stringify(results, undefined, 2)}\n`)
process.stdout.write(`${tables(results)}\n`)
