import type { FhirBundle } from './index.ts'

/**
 * A record and what Scansion says of it in one Bundle, about one Patient: that of the record, which states more.
 * Example: `withAssessment(writeFhirRecord(…).written, writeFhir(…))`.
 */
export function withAssessment(record: FhirBundle, assessment: FhirBundle): FhirBundle {
  const [patient, ...facts] = entriesOf(record)
  const [described, ...said] = entriesOf(assessment)
  if (patient === undefined || described === undefined) return record
  const own = JSON.stringify({ reference: described.fullUrl }).slice(1, -1)
  const one = JSON.stringify({ reference: patient.fullUrl }).slice(1, -1)
  return { ...record, entry: [patient, ...facts, ...JSON.parse(JSON.stringify(said).replaceAll(own, one))] }
}

interface Entry {
  readonly fullUrl: string
}

/** The Patient is the first of each. */
function entriesOf({ entry }: FhirBundle): readonly Entry[] {
  return Array.isArray(entry) ? entry : []
}
