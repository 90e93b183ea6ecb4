import { RECORD_FIELDS } from '../../schema/record-fields.ts'
import type { GivenAmount } from '../amount.ts'
import type { Fields } from '../fields.ts'

export type EntryList = 'findings' | 'measurements'

const FIELDS: Readonly<Record<EntryList, readonly string[]>> = {
  findings: RECORD_FIELDS.findings,
  measurements: RECORD_FIELDS.measurements,
}

/**
 * A finding or measurement as it stands, before anything is believed. One object serves all entries of a record:
 * reading makes no other garbage than its facts, and every field is read by one pass over the names that are there.
 */
export class Entry implements GivenAmount {
  key: unknown
  status: unknown
  value: unknown
  comparator: unknown
  unit: unknown
  qualitative: unknown
  referenceLow: unknown
  referenceHigh: unknown
  assay: unknown
  when: unknown
  specimen: unknown
  method: unknown
  site: unknown
  explainedBy: unknown
  author: unknown
  note: unknown
  /** Holds a field that only measurements have. */
  measures = false
  /** Holds a field that neither list has. */
  stray = false
  /** Holds more than key, status, value, time and note, as most entries do not: then there is more to read and to clear. */
  detailed = false

  take(fields: Fields): void {
    if (this.detailed) this.#clearDetails()
    this.key = undefined
    this.status = undefined
    this.value = undefined
    this.when = undefined
    this.note = undefined
    for (const name in fields) {
      const value = fields[name]
      switch (name) {
        case 'key':
          this.key = value
          break
        case 'status':
          this.status = value
          break
        case 'when':
          this.when = value
          break
        case 'note':
          this.note = value
          break
        case 'value':
          this.value = value
          break
        default:
          this.detailed = true
          this.#takeDetail(name, value)
      }
    }
  }

  #takeDetail(name: string, value: unknown): void {
    switch (name) {
      case 'qualitative':
        this.qualitative = value
        break
      case 'comparator':
        this.comparator = value
        this.measures = true
        break
      case 'unit':
        this.unit = value
        this.measures = true
        break
      case 'referenceLow':
        this.referenceLow = value
        this.measures = true
        break
      case 'referenceHigh':
        this.referenceHigh = value
        this.measures = true
        break
      case 'assay':
        this.assay = value
        this.measures = true
        break
      case 'specimen':
        this.specimen = value
        break
      case 'method':
        this.method = value
        break
      case 'site':
        this.site = value
        break
      case 'explainedBy':
        this.explainedBy = value
        break
      case 'author':
        this.author = value
        break
      default:
        this.stray = true
    }
  }

  #clearDetails(): void {
    this.comparator = undefined
    this.unit = undefined
    this.qualitative = undefined
    this.referenceLow = undefined
    this.referenceHigh = undefined
    this.assay = undefined
    this.specimen = undefined
    this.method = undefined
    this.site = undefined
    this.explainedBy = undefined
    this.author = undefined
    this.measures = false
    this.stray = false
    this.detailed = false
  }
}

/** Names of an entry that its list does not have; in the wrong list those of the other one are forgiven. */
export function strayNames(fields: Fields, list: EntryList, wrongList: boolean): string[] {
  const other = list === 'findings' ? 'measurements' : 'findings'
  return Object.keys(fields).filter(
    (name) =>
      fields[name] !== undefined && !FIELDS[list].includes(name) && !(wrongList && FIELDS[other].includes(name)),
  )
}

/** The fields an entry of a list may have, for hints. */
export function fieldsOf(list: EntryList): readonly string[] {
  return FIELDS[list]
}
