import type { Centre, CodingSystem, Page, Teaching, Term } from '../../schema/care.ts'
import { type Outline, outline, statements, table } from './outline.ts'

const READ: Readonly<Record<CodingSystem['codes'][number]['read'], string>> = {
  diagnosis: 'the diagnosis',
  clone: 'a diagnosis of a clone, never POEMS',
  hint: 'a hint, never counted',
  never: 'nothing',
}

export function codingOutline(id: string, entry: CodingSystem): Outline {
  const rows = entry.codes.map(({ code, standing, write, read, sources }) => ({
    cells: [code, standing, write ? 'yes' : 'no', READ[read]],
    sources,
  }))
  return outline(id, 'coding system: hints for whoever codes, never evidence', entry, [
    table('Codes', ['Code', 'Standing', 'May be written for POEMS', 'Read as'], rows),
  ])
}

export function centreOutline(id: string, entry: Centre): Outline {
  return outline(id, `centre, ${entry.place}, ${entry.country}`, entry, [
    statements('What is known of it', entry.facts),
  ])
}

/** A term has no sources of its own: it says what a word means. */
export function termOutline(id: string, entry: Term): Outline {
  const also = (entry.also ?? []).map((says) => ({ says }))
  return outline(
    id,
    'glossary',
    { title: entry.term },
    [statements('Also called', also), { heading: 'Findings', ids: entry.keys ?? [] }],
    entry.means,
  )
}

export function teachingOutline(id: string, entry: Teaching): Outline {
  const choices = (entry.choices ?? []).map((says) => ({ says }))
  const why = [{ says: entry.why, sources: entry.sources, proposal: entry.proposal }]
  return outline(
    id,
    'teaching question',
    entry,
    [statements('Choices', choices), statements('Answer', [{ says: entry.answer }]), statements('Why', why)],
    entry.question,
  )
}

export function pageOutline(id: string, entry: Page): Outline {
  const sections = entry.sections.map(({ heading, statements: said }) => statements(heading, said))
  return outline(id, 'page', entry, sections)
}
