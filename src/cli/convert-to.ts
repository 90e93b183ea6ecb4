/** What `scansion convert` can write. */
export const CONVERT_TO = ['record', 'csv', 'phenopacket', 'fhir', 'facts'] as const

/** What of a record `--to fhir` writes. */
export const FHIR_CONTENT = ['assessment', 'record', 'both'] as const

export type ConvertTo = (typeof CONVERT_TO)[number]
export type FhirContent = (typeof FHIR_CONTENT)[number]
