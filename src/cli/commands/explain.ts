import { createEngine } from '../../core/index.ts'
import type { CareKind, LibraryFile } from '../../load/index.ts'
import { builtKnowledge, builtLibrary } from '../built.ts'
import { careParts } from '../explain/care.ts'
import { type EntryKind, entryOf, isCare, kindsOf, nearest } from '../explain/find.ts'
import { findingParts } from '../explain/finding.ts'
import {
  conflictParts,
  confounderParts,
  measuredParts,
  phraseParts,
  sourceParts,
  testParts,
} from '../explain/others.ts'
import { ruleParts } from '../explain/rule.ts'
import { sqlText } from '../explain/sql.ts'
import { EXIT, type Io, print, UsageError, widthOf } from '../io.ts'
import { inks, wantsColour } from '../render/ink.ts'
import { Numbering } from '../render/numbering.ts'
import { compose, type Page, type Part, PROPOSAL } from '../render/page.ts'
import { sourcesPart } from '../render/sources.ts'
import { hang, printable } from '../render/text.ts'

/**
 * What an id means: every entry of the knowledge that has it, in words with sources, or as JSON; a rule as SQL too.
 * An unknown id is wrong usage; the nearest ids are suggested.
 */
export async function explainCommand(
  id: string,
  flags: { readonly json?: boolean; readonly sql?: string; readonly masks?: boolean },
  io: Io,
): Promise<number> {
  const knowledge = builtKnowledge()
  const library = builtLibrary()
  const kinds = kindsOf(id, library, knowledge)
  if (kinds.length === 0) {
    const near = nearest(id, library, knowledge)
    const hint = near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''
    throw new UsageError(`nothing is called "${printable(id)}"${hint}`)
  }
  if (flags.masks && flags.sql === undefined)
    throw new UsageError('--masks is about --sql: name a dialect, --sql duckdb --masks')
  if (flags.sql !== undefined) {
    if (flags.json) throw new UsageError('--sql prints a statement and --json an entry: ask for one of them')
    await print(io.stdout, sqlText(id, flags.sql, createEngine(knowledge), flags.masks ?? false))
    return EXIT.done
  }
  const about = conflictsAbout(id, library)
  if (flags.json) {
    const entries = kinds.map((kind) => ({ kind, entry: entryOf(kind, id, library, knowledge) }))
    await print(io.stdout, `${JSON.stringify({ id, knowledge: knowledge.version, entries, conflicts: about })}\n`)
    return EXIT.done
  }
  const page: Page = {
    knowledge,
    width: widthOf(io.stdout),
    ink: inks(wantsColour({ isTTY: io.stdout.isTTY, env: io.env })),
    all: true,
    numbering: new Numbering(),
  }
  const engine = createEngine(knowledge)
  const partsOf: Readonly<Record<Exclude<EntryKind, CareKind>, () => readonly Part[]>> = {
    findings: () => findingParts(id, library, page),
    rules: () => ruleParts(id, library, engine, page),
    workup: () => testParts(id, library, engine, page),
    measured: () => measuredParts(id, library, page),
    confounders: () => confounderParts(id, library, knowledge.phrases, page),
    conflicts: () => conflictParts(id, library, page),
    sources: () => sourceParts(id, library, page),
    phrases: () => phraseParts(id, knowledge.phrases, page),
  }
  const parts = kinds.flatMap((kind) => (isCare(kind) ? careParts(kind, id, library, engine, page) : partsOf[kind]()))
  const text = compose([...parts, disagreements(about, library, page), sourcesPart(page)], page.ink)
  await print(io.stdout, text)
  return EXIT.done
}

function conflictsAbout(id: string, library: LibraryFile): readonly string[] {
  return Object.entries(library.conflicts).flatMap(([conflict, { about }]) => (about?.includes(id) ? [conflict] : []))
}

function disagreements(ids: readonly string[], library: LibraryFile, page: Page): Part {
  const lines = ids.flatMap((id) => {
    const conflict = library.conflicts[id]
    if (!conflict) return []
    return hang(
      '  - ',
      `${conflict.topic} (explain ${id}). Scansion: ${conflict.does}${conflict.proposal ? ` ${PROPOSAL}` : ''}`,
      page.width,
    )
  })
  return { heading: 'The works disagree', lines }
}
