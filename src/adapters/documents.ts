import type { Engine } from '../core/engine.ts'
import type { CodeIndex } from './codes.ts'
import { type Context, partsOf, readDocument } from './document.ts'
import { isResponse } from './fhir/response.ts'
import { isFields } from './fields.ts'
import type { ReadItem } from './item.ts'
import { isLone, type Part, readParts } from './together.ts'

/** A text, and the name of the file it is from. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

/**
 * Reads several documents that were given together. Each is read as `readDocument` does, but resources of FHIR that stand
 * alone are read together by person, whichever of the documents they are in: bulk export writes one file for each kind of
 * resource. What is known of a person only from several files then is one record; the name of the item is the name of the
 * first file with how many others.
 * Example: `readDocuments([{ name: "Patient.ndjson", text: patients }, { name: "Condition.ndjson", text }], engine, codes)`.
 */
export function readDocuments(
  documents: readonly NamedText[],
  engine: Engine,
  codes: CodeIndex = {},
): readonly ReadItem[] {
  const context = { engine, codes }
  const alone = new Map(documents.map((document) => [document, documents.length > 1 ? loneIn(document, context) : []]))
  const joined = documents.filter((document) => alone.get(document)?.length)
  if (joined.length < 2) return documents.flatMap(({ name, text }) => readDocument(name, text, engine, codes))
  const [first] = joined
  const name = `${first?.name} and ${joined.length - 1} more`
  return documents.flatMap((document) => {
    if (document === first) return readParts(name, [...alone.values()].flat(), engine, codes)
    return joined.includes(document) ? [] : readDocument(document.name, document.text, engine, codes)
  })
}

/** The parts of a document of which at least one is a resource that stands alone; nothing where none is. */
function loneIn({ name, text }: NamedText, context: Context): readonly Part[] {
  // Parsing a long text for nothing takes as long as reading it.
  if (!text.includes('"resourceType"')) return []
  const parts = partsOf(name, text, context)
  return parts.some(({ value }) => isLone(value) && isFields(value) && !isResponse(value)) ? parts : []
}
