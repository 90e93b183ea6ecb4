import type { AuthoredRecord } from '../../dist/schema/index.js'

/** A record of the bench: Scansion's own format, as JSON.parse gives it, with both lists always there. */
export type RawRecord = AuthoredRecord & Required<Pick<AuthoredRecord, 'id' | 'findings' | 'measurements'>>
export type RawFinding = RawRecord['findings'][number]
export type RawMeasurement = RawRecord['measurements'][number]
