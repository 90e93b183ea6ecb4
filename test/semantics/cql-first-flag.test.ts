import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { readRecord } from '../../src/adapters/case/record.ts'
import type { CodeIndex } from '../../src/adapters/codes.ts'
import { writeFhirRecord } from '../../src/adapters/fhir/write/record/index.ts'
import { replay } from '../../src/assess/replay.ts'
import { builtCodeIndex } from '../../src/cli/built.ts'
import { parseDay } from '../../src/core/day.ts'
import { createEngine, type Engine } from '../../src/core/engine.ts'
import type { PersonRecord } from '../../src/core/record.ts'
import type { EngineRule } from '../../src/schema/engine.ts'
import { asRecord, NO_DIRT, personOf } from '../../src/synth/index.ts'
import { FIRST_FLAG, firstFlagLibrary } from '../../src/targets/cql/index.ts'
import { readCase, teachingCases } from '../support/cases.ts'
import { asOfDay, fhirLibrary, fhirOptions } from '../support/cql-fhir.ts'
import { isBeyond, recordIn } from '../support/cql-fhir-judge.ts'
import { makeEngine } from '../support/engine.ts'
import { madeUpCodes } from '../support/made-up-codes.ts'
import { bundles } from '../support/random-fhir.ts'
import { days } from '../support/random-rules.ts'
import { realEngine } from '../support/real.ts'

/** The measure of the FHIR package, executed, agrees with the replay in memory. */
vi.setConfig({ testTimeout: 600_000 })
const RECORDED = '2026-11-25T10:00:00Z'
const SEED = 20_261_127
const HISTORIES = 12

type Results = Readonly<Record<string, unknown>>

/** What the replay says, as the measure would. */
function wanted(engine: Engine, record: PersonRecord, today: number): Results {
  const { firstFlag, diagnosed, delayDays } = replay(engine, record, today)
  const day = (text: string | null) => (text === null ? null : (parseDay(text)?.to ?? null))
  return {
    'First flag': day(firstFlag),
    Diagnosed: day(diagnosed),
    [FIRST_FLAG.diagnosed]: diagnosed !== null,
    [FIRST_FLAG.population]: diagnosed !== null && firstFlag !== null,
    [FIRST_FLAG.delay]: delayDays,
  }
}

function said(results: Results): Results {
  const names = ['First flag', 'Diagnosed', FIRST_FLAG.diagnosed, FIRST_FLAG.population, FIRST_FLAG.delay]
  return Object.fromEntries(names.map((name) => [name, results[name] ?? null]))
}

function asked(engine: Engine, index: CodeIndex) {
  const options = fhirOptions(engine, index)
  return fhirLibrary(firstFlagLibrary(engine, 'FirstFlag', options).text, options, engine.knowledge.version)
}

describe('days from the first red flag to the diagnosis, in CQL over FHIR', () => {
  it('agree with the replay on made-up histories', async () => {
    const engine = realEngine()
    const index = builtCodeIndex()
    const { ask } = await asked(engine, index)
    const making = { seed: 7, mix: 'study', dirt: NO_DIRT } as const
    const made = Array.from({ length: 200 }, (_, i) => personOf(i + 1, making)).filter(({ poems }) => poems)
    const histories = made.slice(0, HISTORIES).map((one) => readRecord('made-up', asRecord(one), engine).record)
    const records = [...histories, ...teachingCases().map((path) => readCase(path, engine).record)]
    const today = parseDay('2026-11-25')?.to ?? Number.NaN
    let delays = 0
    for (const record of records) {
      if (record === undefined) throw new Error('no record')
      const { written } = writeFhirRecord(record, engine, index, RECORDED)
      const results = await ask(written, asOfDay(today))
      const now = wanted(engine, recordIn(written, engine, index), today)
      if (results[FIRST_FLAG.exclusion] === false) expect([record.id, said(results)]).toEqual([record.id, now])
      if (now[FIRST_FLAG.delay] !== null) delays++
    }
    expect(delays).toBeGreaterThan(5)
  })

  it('agree with the replay on random Bundles and made-up flags', async () => {
    const engine = flagging()
    const index = madeUpCodes(engine, MET)
    const { ask } = await asked(engine, index)
    const seen = { delays: 0, late: 0 }
    await fc.assert(
      fc.asyncProperty(bundles(engine, index), days, fc.boolean(), async (some, today, isKnown) => {
        const bundle = isKnown ? withDiagnosis(some, engine, index) : some
        const record = recordIn(bundle, engine, index)
        fc.pre(!isBeyond(record))
        const now = wanted(engine, record, today)
        const results = await ask(bundle, asOfDay(today))
        if (results[FIRST_FLAG.exclusion] === false) expect(said(results)).toEqual(now)
        if (now[FIRST_FLAG.delay] !== null) seen.delays++
        if (Number(now[FIRST_FLAG.delay]) < 0) seen.late++
      }),
      { seed: SEED, numRuns: 40, endOnFailure: true },
    )
    expect(seen.delays).toBeGreaterThan(2)
  })
})

/** Few keys, so that a flag and the diagnosis meet in one person. */
const MET = [
  'papilledema',
  'polyneuropathy',
  'thrombocytosis',
  'pleural-effusion',
  'vegf-serum',
  'treated-as',
  'ivig',
  'lenalidomide',
  'poems-syndrome',
]

/** The same person, in whom the diagnosis is recorded on a day late among those of random resources. */
function withDiagnosis(bundle: Readonly<Record<string, unknown>>, engine: Engine, index: CodeIndex): object {
  const codes = fhirOptions(engine, index).codes.get('poems-syndrome')?.codes ?? []
  const code = codes.find(({ relation }) => relation === 'exact')
  const coding = [{ system: code?.system, code: code?.code }]
  const resource = {
    resourceType: 'Condition',
    code: { coding },
    onsetDateTime: '1970-02-05',
    subject: { reference: 'Patient/p' },
  }
  return { ...bundle, entry: [...(Array.isArray(bundle.entry) ? bundle.entry : []), { resource }] }
}

/** Flags that read courses, windows, measurements and what was known before treatment. */
function flagging(): Engine {
  const { knowledge } = makeEngine()
  const flag = (id: string, when: EngineRule['when']): EngineRule => ({
    id,
    title: id,
    sources: [],
    ...(when && { when }),
  })
  const rules = [
    flag('flag-given', {
      kind: 'any',
      of: [
        { kind: 'course', with: ['ivig', 'corticosteroids'], state: 'ended' },
        { kind: 'finding', key: 'papilledema', time: 'latest' },
      ],
    }),
    flag('flag-untreated', {
      kind: 'all',
      of: [
        {
          kind: 'is',
          key: 'vegf-serum',
          time: 'before-treatment',
          threshold: { comparator: '>', value: 2, text: '> 2' },
        },
        { kind: 'not', of: [{ kind: 'finding', key: 'pleural-effusion', time: 'ever' }] },
      ],
    }),
    flag('flag-window', {
      kind: 'within',
      days: 10,
      text: '10 d',
      ordered: true,
      of: [
        { kind: 'finding', key: 'polyneuropathy', time: 'ever' },
        { kind: 'finding', key: 'thrombocytosis', time: 'ever' },
      ],
    }),
    flag('flag-treated-as', { kind: 'one-of', key: 'treated-as', time: 'ever', values: ['cidp', 'gbs'] }),
  ]
  return createEngine({
    ...knowledge,
    phrases: realEngine().knowledge.phrases,
    rules: Object.fromEntries(rules.map((it) => [it.id, it])),
    settings: {
      ...knowledge.settings,
      indication: 'flag-window',
      redFlags: rules.map(({ id }) => id),
      redFlagsQuietWhen: ['poems-syndrome'],
    },
  })
}
