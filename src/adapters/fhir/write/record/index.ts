import type { Bundle, FhirResource, Patient } from 'fhir/r4.js'
import { v5 } from 'uuid'
import type { Engine } from '../../../../core/engine.ts'
import type { Fact, PersonRecord } from '../../../../core/record.ts'
import { lossesOf } from '../../../case/loss.ts'
import { type Written, writeRecord } from '../../../case/write.ts'
import type { CodeIndex } from '../../../codes.ts'
import { JsonPlace } from '../../../pointer.ts'
import { withoutTimes } from '../../../without-times.ts'
import { readFhir } from '../../in/index.ts'
import type { FhirBundle } from '../index.ts'
import { NAME_SPACE } from '../paper.ts'
import { answersOf } from './answers.ts'
import { Concepts } from './codes.ts'
import { Courses } from './courses.ts'
import { Results } from './results.ts'

/**
 * Writes a record as a FHIR R4 Bundle: the Patient without a name, Conditions and Observations for its facts,
 * MedicationStatements and Procedures for its courses, all under codes that mean exactly the key; what no terminology names
 * stands among answers to Scansion's own questions. `recorded` is the instant of writing. The Bundle is read again:
 * `losses` names every difference.
 * Example: `writeFhirRecord(record, engine, codes, new Date().toISOString()).written.entry`.
 */
export function writeFhirRecord(
  record: PersonRecord,
  engine: Engine,
  codes: CodeIndex,
  recorded: string,
): Written<FhirBundle> {
  const written = bundleOf(record, engine, codes, recorded)
  const [item] = readFhir(new JsonPlace(record.id), written, engine, codes, undefined)
  const back = item?.record
  const alike = (one: PersonRecord) => ({ ...one, facts: one.facts.map(plain) })
  return { written, losses: lossesOf(alike(record), back && alike(back)) }
}

/**
 * Says the same in one way: a refuted disease is absent, and its note need not repeat it; a choice that is stated is present.
 */
function plain(fact: Fact): Fact {
  if (fact.status === 'absent' && fact.note === 'refuted') return { ...fact, note: undefined }
  return fact.status === 'present' && fact.choice !== undefined ? { ...fact, status: undefined } : fact
}

function bundleOf(record: PersonRecord, engine: Engine, codes: CodeIndex, recorded: string): FhirBundle {
  // Months from a presentation without a date count from a day that is none.
  const timed = record.relativeOnly ? withoutTimes(record) : record
  const address = (name: string) => `urn:uuid:${v5([record.id, 'record', name].join('|'), NAME_SPACE)}`
  const patient = patientOf(record, engine)
  const subject = { reference: address('Patient'), display: record.id }
  const concepts = new Concepts(engine, codes)
  const results = new Results(engine, concepts, subject)
  const facts = timed.facts.filter((fact) => fact.madeFrom === undefined && !isOfPatient(fact, patient))
  const coded = facts.map((fact) => ({ fact, resource: results.of(fact) }))
  const courses = new Courses(engine, concepts, subject)
  const resources: readonly FhirResource[] = [
    ...coded.flatMap(({ resource }) => resource ?? []),
    ...timed.courses.flatMap((course) => courses.of(course)),
    ...answersOf(
      coded.flatMap(({ fact, resource }) => (resource === undefined ? [fact] : [])),
      engine,
      concepts,
      subject,
    ),
  ]
  const bundle: Bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: recorded,
    entry: [
      { fullUrl: address('Patient'), resource: patient },
      ...resources.map((resource, index) => {
        const fullUrl = address(`${resource.resourceType}/${index}`)
        return { fullUrl, resource: { ...resource, id: fullUrl.slice('urn:uuid:'.length) } }
      }),
    ],
  }
  return JSON.parse(JSON.stringify(bundle))
}

/** Is it what the Patient says already? */
function isOfPatient({ key, choice, given }: Fact, { gender, birthDate }: Patient): boolean {
  return (key === 'sex' && choice === gender) || (key === 'age' && birthDate !== undefined && given === birthDate)
}

/** Sex and date of birth; no name, no address. The id of the record is that of the resource where FHIR allows it. */
function patientOf(record: PersonRecord, engine: Engine): Patient {
  const { sex, birthDate } = writeRecord(record, engine).written
  const isId = /^[A-Za-z0-9\-.]{1,64}$/.test(record.id)
  return {
    resourceType: 'Patient',
    ...(isId && { id: record.id }),
    identifier: [{ system: 'urn:scansion:record', value: record.id }],
    ...(sex && { gender: sex }),
    ...(birthDate && { birthDate }),
  }
}
