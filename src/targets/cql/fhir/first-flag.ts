import type { Engine } from '../../../core/index.ts'
import { FACT, NO_DAY, NO_END } from '../functions.ts'
import { type CqlLibrary, cqlLibrary } from '../library.ts'
import { DAY } from '../rule.ts'
import { identifier, texts } from '../spelling.ts'
import { fhirHead } from './library.ts'
import { factsName } from './measured.ts'
import type { FhirOptions } from './options.ts'

/** The defines by which a measure asks a library of the first red flag. */
export const FIRST_FLAG = {
  diagnosed: 'Initial Population',
  population: 'Measure Population',
  exclusion: 'Measure Population Exclusion',
  delay: 'Days to diagnosis',
} as const

/**
 * How long the diagnosis took from the first red flag, as a library of CQL over FHIR: every red flag is asked on each day on
 * which something became known, as `replay` does in memory.
 * Example: `firstFlagLibrary(engine, "FirstFlag", options).text`.
 */
export function firstFlagLibrary(engine: Engine, name: string, options: FhirOptions): CqlLibrary {
  const { redFlags, knownDiagnosis, excludedDiagnosis } = engine.knowledge.settings
  const own = [knownDiagnosis, ...(excludedDiagnosis === undefined ? [] : [excludedDiagnosis])]
  const head = fhirHead(engine, options, PERIOD)
  return cqlLibrary(engine, redFlags, name, {
    opening: (keys) => head.opening([...new Set([...keys, ...own])]),
    facts: (keys) => {
      const all = [...new Set([...keys, ...own])].sort()
      return [head.facts(all), onDayText(engine), daysText(all)].join('\n')
    },
    factsOf: (key) => `Upto(${factsName(key)}, ${DAY})`,
    courses: `CoursesOn(${DAY})`,
    asOf: DAY,
    treatedFrom: `TreatedOn(${DAY})`,
    call: `(${DAY})`,
    closing: closing(redFlags, knownDiagnosis, excludedDiagnosis),
  })
}

const PERIOD = `// The diagnosis must have been recorded in it.
parameter "Measurement Period" Interval<DateTime> default Interval[@1900-01-01T00:00:00.0, @9999-12-31T23:59:59.999]
`

/** What was known on a day. */
function onDayText({ plasmaCellDirected }: Engine): string {
  return `define function Upto(L List<${FACT}>, ${DAY} Integer):
  L F where Dayed(F.toDay) <= ${DAY} return all F

define function CoursesOn(${DAY} Integer):
  "Given" G where Dayed(G.toDay) <= ${DAY} return all CourseOf(G)

define function TreatedOn(${DAY} Integer):
  Coalesce(
    Min("Given" G where G.key in ${texts([...plasmaCellDirected].sort())} and Dayed(G.toDay) <= ${DAY} return all G.fromDay),
    ${NO_END}
  )
`
}

/** Days on which something became known: of facts, and of the beginning and end of courses. */
function daysText(keys: readonly string[]): string {
  const lists = [
    ...keys.map((key) => `${factsName(key)} F return all Dayed(F.toDay)`),
    '"Given" G return all Dayed(G.toDay)',
    '"Given" G where G.stopTo is not null return all G.stopFrom',
    '"Given" G where G.stopTo is not null return all G.stopTo',
  ]
  return `define "Days":
  (distinct (flatten {
    ${lists.join(',\n    ')}
  })) D where D <= AsOf return all D
`
}

function closing(redFlags: readonly string[], known: string, excluded: string | undefined): string {
  const present = (key: string) => `${factsName(key)} F where F.status = 'present' return all Dayed(F.toDay)`
  return `// A flag is quiet once the diagnosis is recorded.
define function "Diagnosis is known"(${DAY} Integer):
  Ever((Upto(${factsName(known)}, ${DAY})) F where F.status is not null return all Reading(F, StatusSays(F.status)))

define function "A flag is raised"(${DAY} Integer):
  "Diagnosis is known"(${DAY}) is not true and (
    ${redFlags.map((id) => `${identifier(id)}(${DAY}) is true`).join('\n    or ')}
  )

// What holds by undated facts alone has no first day.
define function Dated(onDay Integer):
  if onDay > ${NO_DAY} then onDay else null

define "First flag":
  Dated(Min("Days" D where "A flag is raised"(D) return all D))

define "Diagnosed":
  Dated(Min(${present(known)}))

define ${identifier(FIRST_FLAG.diagnosed)}:
  Coalesce(
    "Diagnosed" >= DaysIn(start of "Measurement Period").fromDay and "Diagnosed" <= DaysIn(end of "Measurement Period").toDay,
    false
  )

define ${identifier(FIRST_FLAG.population)}:
  ${identifier(FIRST_FLAG.diagnosed)} and "First flag" is not null

// Whether a flag was quiet after an exclusion hangs on the day of each fact behind it, which is not asked here.
define ${identifier(FIRST_FLAG.exclusion)}:
  ${excluded === undefined ? 'false' : `exists (${present(excluded)})`}

// Below zero where the flag came after the diagnosis.
define ${identifier(FIRST_FLAG.delay)}:
  "Diagnosed" - "First flag"
`
}
