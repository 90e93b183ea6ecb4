import fc from 'fast-check'
import type { CodeIndex } from '../../src/adapters/codes.ts'
import { ADDRESSES } from '../../src/adapters/fhir/write/record/codes.ts'
import { formatDay } from '../../src/core/day.ts'
import type { Engine } from '../../src/core/engine.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * Random resources of one person over few codes and few days, so that they meet: every status, every way to give a time, a
 * value, a limit, an answer. What the form over FHIR says that it does not read is left out.
 */
const UCUM = 'http://unitsofmeasure.org'
const HL7 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'

const maybe = <T>(arb: fc.Arbitrary<T>, often = 2) =>
  fc.oneof({ weight: 1, arbitrary: arb }, { weight: often - 1, arbitrary: fc.constant(undefined) })
const seldom = <T>(value: T, often = 12) => maybe(fc.constant(value), often)

const day = fc.constantFrom(0, 5, 10, 11, 20, 30, 40).map(formatDay)
const date = fc.oneof(
  { weight: 6, arbitrary: day },
  { weight: 1, arbitrary: day.map((it) => `${it}T23:30:00-05:00`) },
  { weight: 1, arbitrary: fc.constantFrom('1970-01', '1970-02', '1970') },
)
const period = fc.record({ start: maybe(date), end: maybe(date) }, { noNullPrototype: true })
const age = fc.record({
  value: fc.integer({ min: 8, max: 11 }),
  unit: fc.constantFrom('years', 'a', undefined),
  code: fc.constantFrom('a', 'mo', undefined),
})

/** One of several ways to give an element, each under its own name: `onsetDateTime`, `onsetPeriod`. */
const oneOf = (
  stem: string,
  ways: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  none = 1,
  often: readonly number[] = [6],
): fc.Arbitrary<Json> =>
  fc.oneof(
    ...Object.entries(ways).map(([type, arbitrary], i) => ({
      weight: often[i] ?? 1,
      arbitrary: arbitrary.map((value): Json => ({ [`${stem}${type}`]: value })),
    })),
    { weight: none, arbitrary: fc.constant<Json>({}) },
  )

const concept = (codes: readonly Json[]): fc.Arbitrary<Json> =>
  fc.record({
    coding: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...codes).map((it) => [it]) },
      { weight: 1, arbitrary: fc.array(fc.constantFrom(...codes), { minLength: 2, maxLength: 2 }) },
    ),
    text: maybe(fc.constantFrom('as told', 'suspected', 'No sign of it', 'nose', '? really'), 8),
  })

const status = (often: readonly string[], seldomly: readonly string[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...often) }, { weight: 1, arbitrary: fc.constantFrom(...seldomly) })
const bound = (system: string, codes: readonly string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...codes).map((code) => ({ coding: [{ system, code }] })) },
    { weight: 1, arbitrary: fc.constantFrom(...codes).map((code) => ({ text: code })) },
  )
const modified = { modifierExtension: seldom([{ url: 'http://example.org/other', valueBoolean: true }], 25) }

/** Bundles of one person with codes of this index. */
export function bundles(engine: Engine, index: CodeIndex): fc.Arbitrary<Json> {
  const { findings } = engine.knowledge
  const all = Object.entries(index).flatMap(([name, codes]) =>
    Object.entries(codes).flatMap(([code, rows]) => {
      const [row] = rows
      const system = ADDRESSES[name]
      const kind = row && findings[row.key]?.kind
      // Most codes state something: what is only broader is there to be passed over.
      const isRare = row?.relation === 'broader' && Number(code.replace(/\D/g, '')) % 5 > 0
      return row && system && kind && !isRare ? [{ kind, key: row.key, coding: { system, code } as Json }] : []
    }),
  )
  const of = (...kinds: readonly string[]) => all.filter(({ kind }) => kinds.includes(kind)).map(({ coding }) => coding)
  const stated = of('finding', 'diagnosis', 'choice')
  const measured = of('measurement')
  const treatments = of('treatment')
  const nobody = { system: 'http://loinc.org', code: 'nobody' }

  const units = fc.constantFrom<Json>(
    { system: UCUM, code: 'g/dL', unit: 'g/dL' },
    { system: UCUM, code: '10*9/L' },
    { system: UCUM, code: '10*3/uL', unit: 'thousands' },
    { system: UCUM, code: 'pg/mL', unit: 'pg/mL' },
    { unit: 'g/dL' },
    { system: UCUM, code: 'g/L' },
    {},
  )
  const quantity = (numbers = fc.integer({ min: -1, max: 6 })) =>
    fc.tuple(numbers, units, maybe(fc.constantFrom('<', '<=', '>', '>='), 5)).map(
      ([value, unit, comparator]): Json => ({
        value: unit.code === 'g/L' ? value * 10 : value,
        ...unit,
        ...(comparator && { comparator }),
      }),
    )
  const plain = fc.tuple(fc.integer({ min: 0, max: 6 }), units).map(([value, unit]): Json => ({ value, ...unit }))
  const answer = fc.oneof(
    fc.constantFrom<Json>(
      { coding: [{ system: 'http://snomed.info/sct', code: '10828004', display: 'Positive (qualifier value)' }] },
      { coding: [{ system: 'http://snomed.info/sct', code: '260385009' }] },
      { coding: [{ system: HL7, code: 'NEG' }] },
      { coding: [{ system: HL7, code: 'POS' }], text: 'negative' },
      { text: 'equivocal' },
      { text: 'high' },
    ),
    concept(stated),
  )
  const values = oneOf(
    'value',
    {
      Quantity: quantity(),
      Boolean: fc.boolean(),
      CodeableConcept: answer,
      String: fc.constantFrom('positive', 'Not detected', 'something', 'low', 'yes'),
      Integer: fc.integer({ min: 0, max: 6 }),
      Range: fc.record({ low: maybe(plain), high: maybe(plain) }),
      Ratio: fc.record({
        numerator: plain,
        denominator: fc.record({ value: fc.constantFrom(1, 2), unit: fc.constantFrom('L', 'dL') }),
      }),
    },
    2,
    [6, 6, 4],
  )
  const interpretation = maybe(
    fc.array(
      fc.oneof(
        bound(HL7, ['POS', 'NEG', 'H', 'L', 'N', 'IND']),
        fc.constant({ coding: [{ code: 'H' }] }),
        fc.constant({ coding: [{ system: 'http://example.org', code: 'H' }], text: 'H' }),
      ),
      { minLength: 1, maxLength: 2 },
    ),
    3,
  )
  const range = fc.record({
    low: maybe(plain),
    high: maybe(plain),
    type: maybe(fc.constantFrom({ coding: [{ code: 'normal' }] }, { coding: [{ code: 'recommended' }] }), 6),
    appliesTo: maybe(fc.constantFrom([{ text: 'male' }], [{ coding: [{ code: 'female' }] }], [{ text: 'others' }]), 6),
    age: maybe(fc.constantFrom({ low: { value: 18, unit: 'a' } }, { high: { value: 12, unit: 'a' } }, {}), 6),
  })
  const part = {
    code: concept([...stated, ...measured, ...measured, nobody, { code: 'ASSERTION' }]),
    interpretation,
    dataAbsentReason: seldom({ text: 'unknown' }),
    referenceRange: maybe(fc.array(range, { minLength: 1, maxLength: 2 }), 3),
  }
  const component = fc.tuple(fc.record({ ...part, ...modified }), values).map(([it, value]) => ({ ...it, ...value }))
  const observation = fc
    .tuple(
      fc.record({
        ...part,
        ...modified,
        status: status(['final', 'final', 'amended', 'preliminary'], ['registered', 'cancelled', 'entered-in-error']),
        category: maybe(bound('http://example.org/category', ['exam', 'laboratory', 'survey']).map((it) => [it])),
        issued: maybe(day.map((it) => `${it}T10:00:00Z`)),
        specimen: maybe(
          fc.constantFrom({ display: 'serum' }, { display: 'Plasma, EDTA' }, { reference: 'Specimen/s' }),
          3,
        ),
        method: seldom({ text: 'CT' }, 6),
        bodySite: seldom({ text: 'left' }, 6),
        note: seldom([{ text: 'a note' }]),
        focus: seldom([{ reference: 'Patient/other' }]),
        component: maybe(fc.array(component, { minLength: 1, maxLength: 2 }), 5),
        hasMember: seldom([{ reference: 'Observation/x' }]),
      }),
      values,
      oneOf('effective', { DateTime: date, Period: period, Instant: day.map((it) => `${it}T10:00:00Z`) }),
    )
    .map(([it, value, time]) => ({ resourceType: 'Observation', ...it, ...value, ...time }))
  const ages = { Age: age, Range: fc.record({ low: maybe(age), high: maybe(age) }), String: fc.constant('long ago') }
  const condition = fc
    .tuple(
      fc.record({
        ...modified,
        code: concept([...stated, ...stated, ...measured]),
        verificationStatus: maybe(
          bound('http://example.org/ver', [
            'confirmed',
            'confirmed',
            'refuted',
            'refuted',
            'provisional',
            'entered-in-error',
          ]),
        ),
        clinicalStatus: maybe(bound('http://example.org/cli', ['active', 'resolved', 'inactive', 'remission'])),
        category: seldom([{ coding: [{ code: 'health-concern' }] }]),
        recordedDate: maybe(date),
        bodySite: seldom([{ coding: [{ code: 'x' }] }, { text: 'left' }], 6),
      }),
      oneOf('onset', { DateTime: date, Period: period, ...ages }),
      oneOf('abatement', { DateTime: date, Period: period, ...ages }, 8),
    )
    .map(([it, onset, end]) => ({ resourceType: 'Condition', ...it, ...onset, ...end }))
  const report = fc
    .tuple(
      fc.record({
        ...modified,
        status: status(['final', 'preliminary'], ['registered', 'entered-in-error']),
        code: concept([nobody]),
        conclusionCode: fc.array(concept(stated), { minLength: 1, maxLength: 2 }),
        issued: maybe(day.map((it) => `${it}T10:00:00Z`)),
      }),
      oneOf('effective', { DateTime: date, Period: period }),
    )
    .map(([it, time]) => ({ resourceType: 'DiagnosticReport', ...it, ...time }))
  const procedure = fc
    .tuple(
      fc.record({
        ...modified,
        status: status(['completed', 'in-progress'], ['not-done', 'unknown']),
        code: concept(treatments),
      }),
      oneOf('performed', { DateTime: date, Period: period, ...ages }),
    )
    .map(([it, time]) => ({ resourceType: 'Procedure', ...it, ...time }))

  const medicine = fc.oneof(
    { weight: 4, arbitrary: concept(treatments).map((it): Json => ({ medicationCodeableConcept: it })) },
    { weight: 1, arbitrary: fc.constant<Json>({ medicationReference: { reference: 'Medication/m' } }) },
  )
  const dosages = maybe(
    fc.array(
      fc.constantFrom<Json>(
        { route: { text: 'oral' } },
        { route: { coding: [{ display: 'Topical route' }] } },
        { text: 'eye drops' },
      ),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
    4,
  )
  const medication = fc.oneof(
    fc
      .tuple(
        fc.record({
          ...modified,
          status: status(['active', 'completed', 'stopped'], ['not-taken', 'intended']),
          dosage: dosages,
        }),
        oneOf('effective', { Period: period, DateTime: date }),
      )
      .map(([it, time]): Json => ({ resourceType: 'MedicationStatement', ...it, ...time })),
    fc
      .record({
        ...modified,
        status: status(['active', 'completed'], ['draft', 'cancelled']),
        intent: status(['order', 'order', 'original-order'], ['plan', 'proposal']),
        doNotPerform: seldom(true, 8),
        reportedBoolean: seldom(true, 4),
        authoredOn: maybe(date, 4),
        dosageInstruction: dosages,
      })
      .map((it): Json => ({ resourceType: 'MedicationRequest', ...it })),
    fc
      .record({
        status: status(['completed', 'in-progress'], ['declined', 'unknown']),
        whenHandedOver: maybe(date),
        whenPrepared: maybe(date),
        dosageInstruction: dosages,
      })
      .map((it): Json => ({ resourceType: 'MedicationDispense', ...it })),
    fc
      .tuple(
        fc.record({
          status: status(['completed', 'in-progress', 'on-hold'], ['not-done', 'unknown']),
          dosage: maybe(fc.constantFrom<Json>({ route: { text: 'oral' } }, { text: 'eye drops' }), 4),
        }),
        oneOf('effective', { DateTime: date, Period: period }),
      )
      .map(([it, time]): Json => ({ resourceType: 'MedicationAdministration', ...it, ...time })),
  )
  const given = fc.tuple(medication, medicine).map(([it, what]) => ({ ...it, ...what }))

  const answered = fc.oneof(
    fc.record({
      valueCoding: fc.record({
        code: fc.constantFrom('present', 'absent', 'equivocal', 'kappa', 'IgA', 'cidp', 'other'),
      }),
    }),
    fc.record({ valueBoolean: fc.boolean() }),
    fc.record({ valueQuantity: quantity() }),
  )
  const keys = [...engine.keyIndex.keys()].filter((key) => key !== 'age')
  const questionnaire = fc
    .record({
      ...modified,
      status: status(['completed', 'amended'], ['entered-in-error', 'stopped']),
      authored: maybe(date, 3),
      item: fc.array(
        fc.record({ linkId: fc.constantFrom(...keys), answer: fc.array(answered, { minLength: 1, maxLength: 2 }) }),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map((it) => ({ resourceType: 'QuestionnaireResponse', ...it }))
  const patient = fc.record({
    resourceType: fc.constant('Patient'),
    id: fc.constant('p'),
    gender: maybe(fc.constantFrom('male', 'female', 'other'), 3),
    birthDate: maybe(fc.constantFrom('1960-01-12', '1961', '1950-03')),
  })
  const med = fc.record({
    resourceType: fc.constant('Medication'),
    id: fc.constant('m'),
    code: maybe(concept(treatments)),
    ingredient: maybe(
      fc.array(
        concept(treatments).map((itemCodeableConcept) => ({ itemCodeableConcept })),
        { minLength: 1, maxLength: 2 },
      ),
    ),
  })
  const specimen = { resourceType: 'Specimen', id: 's', type: { coding: [{ display: 'Serum' }, { display: 'blood' }] } }
  const stating = fc.oneof(
    { weight: 10, arbitrary: condition },
    { weight: 8, arbitrary: observation },
    { weight: 1, arbitrary: report },
    { weight: 1, arbitrary: procedure },
    { weight: 3, arbitrary: given },
    { weight: 2, arbitrary: questionnaire },
  )
  return fc
    .tuple(patient, med, fc.array(stating, { minLength: 4, maxLength: 16, size: 'max' }))
    .map(([person, one, list]) => {
      const subject = { subject: { reference: 'Patient/p' } }
      const resources = [person, one, specimen, ...list.map((it, i) => ({ ...it, id: `r${i}`, ...subject }))]
      return JSON.parse(
        JSON.stringify({
          resourceType: 'Bundle',
          type: 'collection',
          entry: resources.map((resource) => ({ resource })),
        }),
      )
    })
}
