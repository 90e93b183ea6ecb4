import type { Loss } from '../../../../src/adapters/case/loss.ts'
import { type CodeIndex, withAssessment, writeFhir, writeFhirRecord } from '../../../../src/adapters/index.ts'
import { writePacket } from '../../../../src/adapters/phenopacket/write.ts'
import { CSV_HEADER, csvLine, writeRows } from '../../../../src/adapters/table/write.ts'
import type { Engine, PersonRecord } from '../../../../src/core/index.ts'
import type { Assessment, AuthoredRecord } from '../../../../src/schema/index.ts'

export const FORMATS = [
  'record',
  'fhir-record',
  'fhir-assessment',
  'fhir-both',
  'phenopacket',
  'csv',
  'assessment',
] as const
export type ExportFormat = (typeof FORMATS)[number]

/** A file to be saved, and what of the record it cannot carry. */
export interface Exported {
  readonly name: string
  readonly type: string
  readonly text: string
  readonly losses: readonly Loss[]
}

export interface Exporting {
  readonly authored: AuthoredRecord
  readonly record: PersonRecord
  readonly assessment: Assessment
  readonly engine: Engine
  readonly codes: CodeIndex
  /** ISO time, to the second, in UTC. */
  readonly created: string
}

/**
 * Writes a record in a format that the readers of the page and the command line take back; the assessment alone is only
 * for reading. Example: `exportAs('csv', exporting).text`.
 */
export function exportAs(format: ExportFormat, exporting: Exporting): Exported {
  const { authored, record, assessment, engine, codes, created } = exporting
  const name = fileName(record.id)
  const json = (end: string, type: string, value: object, losses: readonly Loss[] = []): Exported => ({
    name: `${name}${end}`,
    type,
    text: `${JSON.stringify(value, null, 2)}\n`,
    losses,
  })
  switch (format) {
    case 'record':
      return json('.json', 'application/json', authored)
    case 'fhir-record': {
      const { written, losses } = writeFhirRecord(record, engine, codes, created)
      return json('.fhir.json', 'application/fhir+json', written, losses)
    }
    case 'fhir-assessment':
      return json('.assessment.fhir.json', 'application/fhir+json', writeFhir(assessment, engine, created))
    case 'fhir-both': {
      const { written, losses } = writeFhirRecord(record, engine, codes, created)
      const both = withAssessment(written, writeFhir(assessment, engine, created))
      return json('.fhir.json', 'application/fhir+json', both, losses)
    }
    case 'phenopacket': {
      const { written, losses } = writePacket(record, engine, codes, { created })
      return json('.phenopacket.json', 'application/json', written, losses)
    }
    case 'csv': {
      const { written, losses } = writeRows(record, engine)
      return { name: `${name}.csv`, type: 'text/csv', text: CSV_HEADER + written.map(csvLine).join(''), losses }
    }
    case 'assessment':
      return json('.assessment.json', 'application/json', assessment)
  }
}

/** An id as the name of a file: what a file system may refuse becomes a hyphen. */
function fileName(id: string): string {
  return id.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, '') || 'record'
}
