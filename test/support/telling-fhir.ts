import type { FhirOptions } from '../../src/targets/cql/index.ts'

type Json = Readonly<Record<string, unknown>>

/** A Bundle and the day it is asked for. */
export interface Telling {
  readonly bundle: Json
  readonly asOf: number
}

/**
 * Bundles of one or two resources in which a common fault of reading shows: near the edge of a window, of a day, of a limit,
 * or with a part that changes what the rest says.
 */
export function tellingBundles({ codes }: Pick<FhirOptions, 'codes'>): readonly Telling[] {
  const code = (key: string, system: string, relation = 'exact'): Json => {
    const found = codes.get(key)?.codes.find((one) => one.system.includes(system) && one.relation === relation)
    if (found === undefined) throw new Error(`no ${relation} code of ${system} for ${key}`)
    return { coding: [{ system: found.system, code: found.code }] }
  }
  const of = (asOf: number, ...list: readonly Json[]): Telling => {
    const subject = { reference: 'Patient/p' }
    const resources = [{ resourceType: 'Patient', id: 'p', gender: 'male', birthDate: '1960-01-12' }, ...list]
    const entry = resources.map((resource, i) => ({
      resource: i === 0 ? resource : { ...resource, id: `r${i}`, subject },
    }))
    return { bundle: { resourceType: 'Bundle', type: 'collection', entry }, asOf }
  }
  const always = (...list: readonly Json[]) => of(Infinity, ...list)
  const has = (key: string, rest: Json): Json => ({ resourceType: 'Condition', code: code(key, 'snomed'), ...rest })
  const seen = (what: Json, rest: Json): Json => ({ resourceType: 'Observation', status: 'final', code: what, ...rest })
  const sign = code('papilledema', 'snomed')
  const count = code('platelets', 'loinc')
  const quantity = (value: number, unit = '10*9/L'): Json => ({
    value,
    system: 'http://unitsofmeasure.org',
    code: unit,
  })
  const counted = (value: number, rest: Json): Json => seen(count, { valueQuantity: quantity(value), ...rest })
  const said = (...interpretations: readonly string[]): Json => ({
    interpretation: interpretations.map((one) => ({ coding: [{ code: one }] })),
  })
  const pairs = [
    ['1970-01-01', '1970-01-11'],
    ['1970-01-11', '1970-01-01'],
    ['1970-01-01', '1970-01-12'],
    ['1970-01-12', '1970-01-01'],
    ['1970-01-21', '1970-01-12'],
  ] as const
  const gone = { onsetDateTime: '1970-01-06', abatementDateTime: '1970-01-21' }
  return [
    ...pairs.map(([a, b]) =>
      always(has('papilledema', { onsetDateTime: a }), has('hyperpigmentation', { onsetDateTime: b })),
    ),
    of(20, has('papilledema', { onsetDateTime: '1970-01-21' })),
    of(40, has('papilledema', { onsetDateTime: '1970' })),
    of(10, has('papilledema', { onsetPeriod: { start: '1970-01-01', end: '1970-01-21' } })),
    always(has('papilledema', { ...gone, clinicalStatus: { coding: [{ code: 'resolved' }] } })),
    always(has('papilledema', { ...gone, clinicalStatus: { coding: [{ code: 'remission' }] } })),
    always(seen(sign, said('IND'))),
    always(seen(sign, {})),
    always(seen(sign, { valueBoolean: true, ...said('NEG') })),
    always(
      seen(sign, { valueBoolean: true, modifierExtension: [{ url: 'http://example.org/other', valueBoolean: true }] }),
    ),
    always(seen(code('papilledema', 'snomed', 'narrower'), { valueBoolean: false })),
    always(seen({ coding: [{ system: 'http://loinc.org', code: 'nobody' }] }, { valueCodeableConcept: sign })),
    always(seen(count, said('H', 'L'))),
    always(seen(count, { interpretation: [{ coding: [{ system: 'http://example.org', code: 'H' }] }] })),
    always({
      resourceType: 'MedicationStatement',
      status: 'active',
      medicationCodeableConcept: { ...code('ivig', 'rxnorm'), text: 'as a cream' },
    }),
    always(counted(-1, said('H'))),
    always(counted(2, { valueQuantity: { ...quantity(2), comparator: '<' } }), counted(6, {})),
    always(seen(code('hemoglobin', 'loinc'), { valueQuantity: quantity(30, 'g/L') })),
    always(counted(5, { referenceRange: [{ high: quantity(4) }, { high: quantity(6) }] })),
    always(counted(5, { referenceRange: [{ high: quantity(6, 'g/L') }] })),
    always(counted(5, { referenceRange: [{ high: quantity(6), appliesTo: [{ text: 'others' }] }] })),
    always(counted(5, { referenceRange: [{ high: quantity(6), type: { coding: [{ code: 'recommended' }] } }] })),
    always(counted(5, { valueQuantity: { ...quantity(5), comparator: '>' }, referenceRange: [{ high: quantity(6) }] })),
  ]
}
