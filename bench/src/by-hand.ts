import { type Contender, counting, type Judge, verdictOf } from './contender.ts'
import { codeOf, columnsOf, countMet, masksOf } from './hand/bitset.ts'
import { flagsOf, metByFlags } from './hand/flags.ts'
import { knownIn, verdict, verdictFromRecord } from './hand/three-valued.ts'
import { met, metFromRecord, presentIn } from './hand/two-valued.ts'
import type { RawRecord } from './record.ts'
import { AS_OF } from './records.ts'

export const HAND = 'hand-written, two-valued, a Set'
export const FLAGS = 'hand-written, two-valued, an object of booleans'
export const HAND_THREE = 'hand-written, three-valued, a Map'
export const BITSET = 'bitset, three-valued (the limit)'

/** The hand-written functions and the bitset, in every form of their input. */
export function byHand(records: readonly RawRecord[]): Contender[] {
  const size = records.length
  const columns = columnsOf(records.map((raw) => masksOf(raw, AS_OF)))
  return [
    { name: BITSET, from: 'raw', records: size, pass: counting(records, (raw) => codeOf(masksOf(raw, AS_OF)) === 1) },
    { name: BITSET, from: 'prepared', records: size, pass: () => countMet(columns) },
    { name: HAND, from: 'raw', records: size, pass: counting(records, (raw) => metFromRecord(raw, AS_OF)) },
    {
      name: HAND,
      from: 'prepared',
      records: size,
      pass: counting(
        records.map((raw) => presentIn(raw, AS_OF)),
        met,
      ),
    },
    { name: FLAGS, from: 'raw', records: size, pass: counting(records, (raw) => metByFlags(flagsOf(raw, AS_OF))) },
    {
      name: FLAGS,
      from: 'prepared',
      records: size,
      pass: counting(
        records.map((raw) => flagsOf(raw, AS_OF)),
        metByFlags,
      ),
    },
    {
      name: HAND_THREE,
      from: 'raw',
      records: size,
      pass: counting(records, (raw) => verdictFromRecord(raw, AS_OF) === true),
    },
    {
      name: HAND_THREE,
      from: 'prepared',
      records: size,
      pass: counting(
        records.map((raw) => knownIn(raw, AS_OF)),
        (known) => verdict(known) === true,
      ),
    },
  ]
}

export const judges: readonly Judge[] = [
  {
    name: BITSET,
    threeValued: true,
    judge: (records) => records.map((raw) => verdictOf([false, true, undefined][codeOf(masksOf(raw, AS_OF))])),
  },
  { name: HAND, threeValued: false, judge: (records) => records.map((raw) => verdictOf(metFromRecord(raw, AS_OF))) },
  {
    name: FLAGS,
    threeValued: false,
    judge: (records) => records.map((raw) => verdictOf(metByFlags(flagsOf(raw, AS_OF)))),
  },
  {
    name: HAND_THREE,
    threeValued: true,
    judge: (records) => records.map((raw) => verdictOf(verdictFromRecord(raw, AS_OF))),
  },
]
