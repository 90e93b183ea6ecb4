/** The forms `scansion export` writes rules in. */
export const EXPORT_TO = ['cql', 'fhir'] as const
export type ExportTo = (typeof EXPORT_TO)[number]

/** An address that is nobody's: reserved for examples by RFC 2606. */
export const EXAMPLE_BASE = 'https://example.org/fhir'

/** Where a library of CQL finds what it reads: resources of FHIR, or lists of facts that Scansion makes. */
export const EXPORT_OVER = ['fhir', 'facts'] as const
