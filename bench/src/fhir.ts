import type { RawFinding, RawMeasurement, RawRecord } from './record.ts'

const STATUS = { present: 'confirmed', absent: 'refuted', equivocal: 'unconfirmed' } as const

/** The record as a FHIR R4 Bundle: findings as Conditions, measurements as Observations, treatments as MedicationStatements. */
export function bundleOf(record: RawRecord): object {
  const resources = [
    { resourceType: 'Patient', id: record.id, gender: record.sex },
    ...record.findings.map((item) => condition(record.id, item)),
    ...(record.treatedAs ?? []).map((item) =>
      condition(record.id, { key: item.key, status: 'present', when: item.when }),
    ),
    ...record.measurements.map((item) => observation(record.id, item)),
    ...(record.treatments ?? []).map((item) => ({
      resourceType: 'MedicationStatement',
      status: 'active',
      subject: subjectOf(record.id),
      medicationCodeableConcept: concept(item.key),
      effectiveDateTime: item.when,
    })),
  ]
  const entry = resources.map((resource, i) => ({ resource: { id: `${record.id}-${i}`, ...resource } }))
  return { resourceType: 'Bundle', type: 'collection', entry }
}

function condition(id: string, { key, status, when, explainedBy }: RawFinding): object {
  return {
    resourceType: 'Condition',
    verificationStatus: { coding: [{ code: STATUS[status ?? 'equivocal'] }] },
    code: concept(key),
    subject: subjectOf(id),
    ...(typeof when === 'string' ? { recordedDate: when } : undefined),
    ...(explainedBy === undefined
      ? undefined
      : { extension: [{ url: 'urn:scansion:explained-by', valueString: explainedBy }] }),
  }
}

function observation(id: string, item: RawMeasurement): object {
  const unit = item.unit ?? undefined
  const quantity = (value: number | null | undefined) =>
    typeof value === 'number' ? { value, unit, system: 'http://unitsofmeasure.org', code: unit } : undefined
  const low = quantity(item.referenceLow)
  const high = quantity(item.referenceHigh)
  return {
    resourceType: 'Observation',
    status: 'final',
    code: concept(item.key),
    subject: subjectOf(id),
    effectiveDateTime: item.when,
    valueQuantity: quantity(item.value),
    ...(low || high
      ? { referenceRange: [{ ...(low ? { low } : undefined), ...(high ? { high } : undefined) }] }
      : undefined),
  }
}

function concept(code: string): object {
  return { coding: [{ system: 'urn:scansion:key', code }] }
}

function subjectOf(id: string): object {
  return { reference: `Patient/${id}` }
}
