import type { Knowledge } from '../../schema/index.ts'
import type { LibraryFile } from '../files/library.ts'
import type { CareKind } from '../kinds.ts'
import { monitoringOutline, recoveryOutline, responseOutline, supportOutline } from './after.ts'
import { complicationOutline, differentialOutline, riskOutline } from './before.ts'
import type { Outline } from './outline.ts'
import { centreOutline, codingOutline, pageOutline, teachingOutline, termOutline } from './reading.ts'
import { cautionOutline, considerationOutline, pathwayOutline, regimenOutline } from './treatment.ts'

export type { Block, Line, Outline, Row } from './outline.ts'

type Care = Knowledge['care']
type Table<T> = Readonly<Record<string, T>>

/**
 * An entry of the clinical path as a reader is told it; undefined where the kind has no such id.
 * Example: `outlineOf('risk', 'seven-factor', library, knowledge)?.title`.
 */
export function outlineOf(kind: CareKind, id: string, library: LibraryFile, knowledge: Knowledge): Outline | undefined {
  const { care } = knowledge
  const written = library.care
  const labelOf = (key: string) => nameOf(key, library)
  const compiled = <T>(table: Table<T>, draw: (entry: T) => Outline) => {
    const entry = Object.hasOwn(table, id) ? table[id] : undefined
    return entry === undefined ? undefined : draw(entry)
  }
  switch (kind) {
    case 'differential':
      return compiled(care.differential, (entry) => differentialOutline(id, entry))
    case 'complications':
      return compiled(care.complications, (entry) => complicationOutline(id, entry, written.complications[id], labelOf))
    case 'risk':
      return compiled(care.risk, (entry) => riskOutline(id, entry, written.risk[id], labelOf))
    case 'treatment/pathway':
      return compiled(care.pathway, (entry) => pathwayOutline(id, entry, written['treatment/pathway'][id], labelOf))
    case 'treatment/regimens':
      return compiled(care.regimens, (entry) => regimenOutline(id, entry))
    case 'treatment/cautions':
      return compiled(care.cautions, (entry) => cautionOutline(id, entry, written['treatment/cautions'][id], labelOf))
    case 'treatment/considerations':
      return compiled(care.considerations, (entry) => considerationOutline(id, entry))
    case 'response':
      return compiled(care.response, (entry) => responseOutline(id, entry, labelOf))
    default:
      return lastOf(kind, id, written, care)
  }
}

function lastOf(kind: CareKind, id: string, written: LibraryFile['care'], care: Care): Outline | undefined {
  const of = <T>(table: Table<T>, draw: (id: string, entry: T) => Outline) => {
    const entry = Object.hasOwn(table, id) ? table[id] : undefined
    return entry === undefined ? undefined : draw(id, entry)
  }
  switch (kind) {
    case 'monitoring':
      return of(care.monitoring, monitoringOutline)
    case 'recovery':
      return of(care.recovery, recoveryOutline)
    case 'support':
      return of(care.support, supportOutline)
    case 'coding':
      return of(written.coding, codingOutline)
    case 'centres':
      return of(written.centres, centreOutline)
    case 'glossary':
      return of(written.glossary, termOutline)
    case 'teaching':
      return of(written.teaching, teachingOutline)
    case 'pages':
      return of(written.pages, pageOutline)
    default:
      return undefined
  }
}

/** What an id is called: a finding, a rule, a test, or an entry of the clinical path. */
export function nameOf(id: string, library: LibraryFile): string {
  const own = library.findings[id]?.label ?? library.rules[id]?.short ?? library.workup[id]?.title
  if (own !== undefined) return own
  for (const entries of Object.values(library.care)) {
    const entry = Object.hasOwn(entries, id) ? entries[id] : undefined
    if (entry) return 'title' in entry ? entry.title : entry.term
  }
  return library.rules[id]?.title ?? id
}
