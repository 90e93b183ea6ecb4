import type { Fields } from './damage.ts'
import { concept } from './fhir-read.ts'
import type { Random } from './seeded.ts'

/** Sound Bundles of every type of resource that is read, and damage that only FHIR can suffer. */
type Json = Fields[string]

const CODES = [
  'sct 1',
  'sct 2',
  'sct 3',
  'sct 4',
  'sct 5',
  'sct 6',
  'sct 7',
  'sct 99',
  'icd G1',
  'hp HP:1',
  'local 1 Boil',
]
const TESTS = ['loinc 1-1', 'loinc 1-2', 'loinc 1-3', 'loinc 1-4', 'loinc 1-5', 'loinc 1-6', 'loinc 9-9', 'sct 1']
const DRUGS = ['rx 10', 'rx 11', 'atc L04', 'rx 99 Prednisone']
const DAYS = ['2024-03-18', '2023', '2024-02', '2024-03-18T10:00:00+01:00']
const STATUSES = [
  'final',
  'final',
  'final',
  'preliminary',
  'entered-in-error',
  'unknown',
  'active',
  'completed',
  'stopped',
  'not-done',
]

const coded = (random: Random, list: readonly string[]): Json => ({ ...concept(random.pick(list)) })

function someValue(random: Random): Fields {
  const quantity = {
    value: random.below(9000) / 10,
    unit: '10*9/L',
    system: 'http://unitsofmeasure.org',
    code: '10*9/L',
  }
  return random.pick<Fields>([
    { valueQuantity: quantity },
    { valueQuantity: { ...quantity, comparator: '<' } },
    { valueString: random.pick(['Positive', 'negative', '< 0.2', '>= 500 10*9/L', 'IgG lambda', 'No papilloedema']) },
    { valueCodeableConcept: coded(random, CODES) },
    { valueBoolean: random.chance(0.5) },
    { valueInteger: random.below(6) },
    { valueRange: { low: quantity } },
    { valueRatio: { numerator: quantity, denominator: quantity } },
    { valuePeriod: { start: '2024' } },
    { dataAbsentReason: { text: 'not done' } },
    { interpretation: [{ coding: [{ code: random.pick(['H', 'L', 'N', 'POS', 'NEG', 'A']) }] }] },
    {},
  ])
}

function observation(random: Random): Fields {
  const result = () => ({ code: coded(random, TESTS), ...someValue(random) })
  return {
    resourceType: 'Observation',
    status: random.pick(STATUSES),
    ...result(),
    effectiveDateTime: random.pick(DAYS),
    referenceRange: [
      {
        low: { value: 150 },
        high: { value: 400, unit: '10*9/L' },
        appliesTo: [{ text: random.pick(['male', 'female']) }],
      },
    ],
    specimen: { reference: random.pick(['Specimen/s', '#s', 'Specimen/gone']) },
    note: [{ text: 'a note' }],
    ...(random.chance(0.3) && { component: [result(), result()] }),
    ...(random.chance(0.2) && { hasMember: [{ reference: 'Observation/2' }] }),
  }
}

function resource(random: Random): Fields {
  const medicine = random.pick<Fields>([
    { medicationCodeableConcept: coded(random, DRUGS) },
    { medicationReference: { reference: random.pick(['Medication/m', '#m', 'Medication/gone']) } },
  ])
  return random.pick<() => Fields>([
    () => observation(random),
    () => observation(random),
    () => ({
      resourceType: 'Condition',
      code: coded(random, CODES),
      clinicalStatus: coded(random, ['local active', 'local resolved', 'local remission']),
      verificationStatus: coded(random, [
        'local confirmed',
        'local refuted',
        'local provisional',
        'local entered-in-error',
      ]),
      onsetDateTime: random.pick(DAYS),
      ...(random.chance(0.3) && { abatementPeriod: { start: '2024-05', end: '2024-06' } }),
      ...(random.chance(0.3) && { onsetAge: { value: 40, code: 'a' } }),
    }),
    () => ({
      resourceType: 'DiagnosticReport',
      status: random.pick(STATUSES),
      code: coded(random, TESTS),
      conclusion: 'Papilloedema. IgG lambda band',
      conclusionCode: [coded(random, CODES)],
      contained: [observation(random)],
      issued: random.pick(DAYS),
    }),
    () => ({
      resourceType: 'Procedure',
      status: random.pick(STATUSES),
      code: coded(random, CODES),
      performedPeriod: { start: '2024', end: '2024-05' },
    }),
    () => ({
      resourceType: 'MedicationRequest',
      status: random.pick(STATUSES),
      intent: 'order',
      ...medicine,
      authoredOn: random.pick(DAYS),
    }),
    () => ({
      resourceType: 'MedicationStatement',
      status: random.pick(STATUSES),
      ...medicine,
      effectivePeriod: { start: '2024', end: '2024-07' },
      dosage: [{ route: { text: 'Oral' } }],
    }),
    () => ({ resourceType: 'FamilyMemberHistory', status: 'completed', condition: [{ code: coded(random, CODES) }] }),
    () => ({ resourceType: 'Encounter', status: 'finished' }),
  ])()
}

/** A Bundle of one person or two. */
export function soundBundle(random: Random): Fields {
  const persons = random.chance(0.2) ? ['1', '2'] : ['1']
  const some = Array.from(
    { length: 3 + random.below(5) },
    (_, index): Fields => ({
      ...resource(random),
      id: String(index),
      subject: { reference: `Patient/${random.pick(persons)}` },
    }),
  )
  const medicine: Fields = {
    resourceType: 'Medication',
    id: 'm',
    code: coded(random, DRUGS),
    ingredient: [{ itemReference: { reference: 'Medication/m' } }],
  }
  const patients = persons.map(
    (id): Fields => ({ resourceType: 'Patient', id, gender: 'female', birthDate: random.pick(['1960', '1960-05-01']) }),
  )
  const all = [...patients, { resourceType: 'Specimen', id: 's', type: { text: 'Serum' } }, medicine, ...some]
  const entry = all.map((one): Fields => ({ fullUrl: `urn:uuid:${String(one.id)}`, resource: one }))
  return {
    resourceType: 'Bundle',
    type: random.pick(['collection', 'searchset', 'history', 'document', 'transaction']),
    entry,
  }
}

const REFERENCES: readonly Json[] = [
  '#',
  '#0',
  '',
  'Patient/',
  '/',
  'urn:uuid:1',
  'Observation/1',
  'Patient/1/_history/9',
  'Patient?identifier=%',
  'x'.repeat(5000),
  5,
  {},
]
const TYPES: readonly Json[] = [
  'Bundle',
  'Patient',
  'Observation',
  '__proto__',
  'constructor',
  'observation',
  '',
  'X'.repeat(300),
  7,
]
const DATES: readonly Json[] = [
  'baseline',
  2024,
  '2024-02-30',
  '18.03.2024',
  '',
  'now',
  -5,
  '0000',
  '9999-12-31',
  { start: 5 },
]
const TEXTS = [
  'no '.repeat(3000),
  'papilloedema, '.repeat(2000),
  '\u202E\u0000',
  'a'.repeat(50_000),
  '(((('.repeat(1000),
]

/** Damages what only FHIR has: references, types, dates, texts, rules of its own, resources twice or inside each other. */
export function damageFhir(random: Random, value: Fields): void {
  const spots = spotsOf(value)
  const hit = (names: RegExp, list: readonly Json[], share: number) => {
    for (const { holder, name } of spots) {
      if (names.test(name) && random.chance(share)) holder[name] = structuredClone(random.pick(list))
    }
  }
  const { entry } = value
  const entries = Array.isArray(entry) ? entry : []
  switch (random.below(8)) {
    case 0:
      hit(/^reference$/, REFERENCES, 0.4)
      return
    case 1:
      hit(/^resourceType$/, TYPES, 0.2)
      return
    case 2:
      hit(/date|onset|effective|start|end|issued|authoredOn/i, DATES, 0.3)
      return
    case 3:
      hit(/^(text|display|valueString|conclusion|code|id|unit)$/, TEXTS, 0.15)
      return
    case 4:
      if (entries.length > 0) entries.push(structuredClone(random.pick(entries)))
      return
    case 5:
      random.pick(spots).holder[random.pick(['modifierExtension', 'implicitRules', '__proto__', 'toString'])] = [
        { url: 'urn:x' },
      ]
      return
    case 6:
      if (entries.length > 0) entries.push({ resource: structuredClone(value) })
      return
    default: {
      const { holder } = random.pick(spots)
      holder.contained = [structuredClone(holder), { resourceType: 'Observation', id: '0' }]
    }
  }
}

interface Spot {
  readonly holder: Fields
  readonly name: string
}

function spotsOf(value: Json): Spot[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(spotsOf)
  return Object.keys(value).flatMap((name) => [{ holder: value, name }, ...spotsOf(value[name] ?? null)])
}
