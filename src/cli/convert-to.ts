/** What `scansion convert` can write. */
export const CONVERT_TO = ['record', 'csv', 'phenopacket', 'fhir'] as const

export type ConvertTo = (typeof CONVERT_TO)[number]
