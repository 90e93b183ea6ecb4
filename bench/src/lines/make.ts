import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { Random } from '../random.ts'
import { CODED, NOISE, type Result } from './results.ts'

const SEED = 2_000
const CHUNK = 4 * 1024 * 1024
/** One result in so many is of a test that the vocabulary knows. */
const KNOWN_IN = 8
const RESULTS = 60

/**
 * Writes made-up persons as FHIR resources, one a line, until the file has so many bytes: per person a Patient, some
 * conditions, orders of drugs and claims, and 60 results of the size that laboratories and vital signs have, mostly of
 * tests that have nothing to do with POEMS. Persons are interleaved in groups, as an export by several workers gives
 * them. The same file for the same size, on every machine.
 */
export function makeLines(file: string, bytes: number): void {
  if (sizeOf(file) >= bytes) return
  const random = new Random(SEED)
  const out = openSync(file, 'w')
  let held: string[] = []
  let size = 0
  let written = 0
  for (let first = 0; written < bytes; first += 8) {
    const lines = Array.from({ length: 8 }, (_, i) => person(random, first + i)).flat()
    for (const line of random.shuffle(lines)) {
      held.push(line)
      size += line.length + 1
    }
    if (size < CHUNK) continue
    written += writeSync(out, `${held.join('\n')}\n`)
    held = []
    size = 0
  }
  closeSync(out)
}

function person(random: Random, index: number): string[] {
  const subject = { reference: `Patient/p${index}` }
  const day = () => `${random.whole(2015, 2025)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`
  const patient = {
    resourceType: 'Patient',
    id: `p${index}`,
    meta: { profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient'] },
    gender: random.pick(['male', 'female']),
    birthDate: `${random.whole(1930, 2010)}-${two(random.whole(1, 12))}-11`,
    maritalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-MaritalStatus', code: 'M' }] },
  }
  return [
    patient,
    ...Array.from({ length: RESULTS }, (_, i) => observation(random, `${index}-${i}`, subject, day())),
    ...Array.from({ length: 4 }, (_, i) => condition(`${index}-c${i}`, subject, random, day())),
    ...Array.from({ length: 3 }, (_, i) => claim(`${index}-k${i}`, subject, day())),
    ...Array.from({ length: 2 }, (_, i) => encounter(`${index}-e${i}`, subject, day())),
  ].map((resource) => JSON.stringify(resource))
}

function observation(random: Random, id: string, subject: object, day: string): object {
  const result: Result = random.whole(1, KNOWN_IN) === 1 ? random.pick(CODED) : random.pick(NOISE)
  const { code, display, unit, low, high } = result
  return {
    resourceType: 'Observation',
    id: `o${id}`,
    meta: { profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-lab'] },
    status: 'final',
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/observation-category',
            code: 'laboratory',
            display: 'laboratory',
          },
        ],
      },
    ],
    code: { coding: [{ system: 'http://loinc.org', code, display }], text: display },
    subject,
    encounter: { reference: `Encounter/e${id}` },
    effectiveDateTime: `${day}T08:30:00+00:00`,
    issued: `${day}T11:02:24.028+00:00`,
    valueQuantity: {
      value: Math.round((low + (high - low) * random.whole(0, 1200) * 0.001) * 100) / 100,
      unit,
      system: 'http://unitsofmeasure.org',
      code: unit,
    },
    referenceRange: [{ low: { value: low, unit, code: unit }, high: { value: high, unit, code: unit } }],
  }
}

const CONDITIONS: readonly (readonly [string, string])[] = [
  ['38341003', 'Hypertensive disorder'],
  ['44054006', 'Diabetes mellitus type 2'],
  ['195662009', 'Acute viral pharyngitis'],
  ['10509002', 'Acute bronchitis'],
  ['444814009', 'Viral sinusitis'],
]

function condition(id: string, subject: object, random: Random, day: string): object {
  const [code, display] = random.pick(CONDITIONS)
  return {
    resourceType: 'Condition',
    id,
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
    },
    verificationStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }],
    },
    code: { coding: [{ system: 'http://snomed.info/sct', code, display }], text: display },
    subject,
    onsetDateTime: day,
    recordedDate: day,
  }
}

function claim(id: string, subject: object, day: string): object {
  const item = (sequence: number) => ({
    sequence,
    productOrService: { coding: [{ system: 'http://snomed.info/sct', code: '185349003', display: 'Check up' }] },
    encounter: [{ reference: `Encounter/e${id}` }],
    net: { value: 129.16 * sequence, currency: 'USD' },
  })
  return {
    resourceType: 'Claim',
    id,
    status: 'active',
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/claim-type', code: 'professional' }] },
    use: 'claim',
    patient: subject,
    billablePeriod: { start: `${day}T08:00:00+00:00`, end: `${day}T08:15:00+00:00` },
    created: day,
    item: [1, 2, 3, 4].map(item),
  }
}

function encounter(id: string, subject: object, day: string): object {
  return {
    resourceType: 'Encounter',
    id,
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    type: [
      {
        coding: [
          { system: 'http://snomed.info/sct', code: '185349003', display: 'Encounter for check up (procedure)' },
        ],
      },
    ],
    subject,
    period: { start: `${day}T08:00:00+00:00`, end: `${day}T08:15:00+00:00` },
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}
