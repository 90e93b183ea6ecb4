import { type Contender, counting, type Form, type Judge, verdictOf } from './contender.ts'
import { type Columns, codeOf, columnsOf, countMet, type Masks, masksOf } from './hand/bitset.ts'
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
  const forms =
    <T>(make: (raw: RawRecord, asOf: string) => T) =>
    () =>
      records.map((raw) => make(raw, AS_OF))
  const contender = (name: string, from: Form, pass: () => number): Contender => ({
    name,
    from,
    records: records.length,
    pass,
  })
  const raws = () => records
  return [
    contender(
      BITSET,
      'raw',
      counting(raws, (raw) => codeOf(masksOf(raw, AS_OF)) === 1),
    ),
    contender(BITSET, 'prepared', columnar(forms(masksOf))),
    contender(
      HAND,
      'raw',
      counting(raws, (raw) => metFromRecord(raw, AS_OF)),
    ),
    contender(
      HAND,
      'text',
      counting(
        () => records.map((raw) => JSON.stringify(raw)),
        (text) => metFromRecord(JSON.parse(text), AS_OF),
      ),
    ),
    contender(HAND, 'prepared', counting(forms(presentIn), met)),
    contender(
      FLAGS,
      'raw',
      counting(raws, (raw) => metByFlags(flagsOf(raw, AS_OF))),
    ),
    contender(FLAGS, 'prepared', counting(forms(flagsOf), metByFlags)),
    contender(
      HAND_THREE,
      'raw',
      counting(raws, (raw) => verdictFromRecord(raw, AS_OF) === true),
    ),
    contender(
      HAND_THREE,
      'prepared',
      counting(forms(knownIn), (known) => verdict(known) === true),
    ),
  ]
}

function columnar(rows: () => readonly Masks[]): () => number {
  let columns: Columns | undefined
  return () => {
    columns ??= columnsOf(rows())
    return countMet(columns)
  }
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
