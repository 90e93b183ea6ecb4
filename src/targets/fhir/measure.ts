import { type CqlLibrary, FIRST_FLAG, firstFlagLibrary } from '../cql/index.ts'
import type { Paper, Resource } from './resource.ts'

export const FIRST_FLAG_ID = 'scansion-first-flag'
const POPULATION = 'http://terminology.hl7.org/CodeSystem/measure-population'

/** The library that the measure asks. */
export function flagLibrary({ engine, options }: Paper): CqlLibrary {
  return firstFlagLibrary(engine, 'ScansionFirstFlag', options)
}

/** The audit: days from the first red flag to the recorded diagnosis, of persons in whom both have a day. */
export function delayMeasure(paper: Paper): Resource {
  const { redFlags, knownDiagnosis } = paper.engine.knowledge.settings
  const label = paper.engine.knowledge.findings[knownDiagnosis]?.label ?? knownDiagnosis
  const sources = redFlags.flatMap((id) => paper.engine.knowledge.rules[id]?.sources ?? [])
  const known = new Set<string>()
  const fresh = sources.filter(({ work, at }) => !known.has(`${work} ${at}`) && known.add(`${work} ${at}`))
  return paper.resource('Measure', 'time-to-diagnosis', 'Days from the first red flag to the diagnosis', {
    subjectCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/resource-types', code: 'Patient' }] },
    description:
      'How many days passed from the first day on which the record, as it was known then, raised a red flag, to the day on which the diagnosis was recorded.',
    disclaimer:
      'An audit of records, no judgement of anybody: a flag is raised by what was written down and coded, and silence is never no. Days below zero mean that the flag came after the diagnosis. Not validated by anybody.',
    library: [paper.canonical('Library', FIRST_FLAG_ID)],
    scoring: coded('http://terminology.hl7.org/CodeSystem/measure-scoring', 'continuous-variable'),
    type: [coded('http://terminology.hl7.org/CodeSystem/measure-type', 'process')],
    rateAggregation: 'The median of the days, with the number of persons.',
    improvementNotation: coded('http://terminology.hl7.org/CodeSystem/measure-improvement-notation', 'decrease'),
    ...paper.cited(fresh),
    group: [
      {
        description: `Persons in whom ${label} is recorded with a day in the period.`,
        population: [
          population('initial-population', FIRST_FLAG.diagnosed, 'The diagnosis is recorded with a day in the period.'),
          population('measure-population', FIRST_FLAG.population, 'A red flag has a first day.'),
          population(
            'measure-population-exclusion',
            FIRST_FLAG.exclusion,
            'The diagnosis was once excluded: whether a flag was quiet then is not asked.',
          ),
          population('measure-observation', FIRST_FLAG.delay, 'Days from the first red flag to the diagnosis.'),
        ],
      },
    ],
  })
}

function population(code: string, expression: string, description: string): object {
  return {
    code: coded(POPULATION, code),
    description,
    criteria: { language: 'text/cql-identifier', expression },
  }
}

function coded(system: string, code: string): object {
  return { coding: [{ system, code }] }
}
