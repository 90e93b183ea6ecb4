/** The forms `scansion export` writes rules in. */
export const EXPORT_TO = ['cql'] as const
