import type { WordsFile } from '../../../src/load/files/words.ts'
import type { Knowledge, PageFile } from '../../../src/schema/index.ts'

/** What the works say where they disagree stands in the library: no screen reads it from the engine. */
export function whole(knowledge: PageFile['knowledge']): Knowledge {
  const conflicts = Object.entries(knowledge.conflicts).map(([id, lean]) => [id, { ...lean, positions: [], does: '' }])
  return { ...knowledge, conflicts: Object.fromEntries(conflicts) }
}

/** The words by key, from what the knowledge holds and what the page's file adds. */
export function wordsOf(
  { version, findings, rules, workup }: PageFile['knowledge'],
  words: PageFile['words'],
): WordsFile {
  const each = <T, U>(entries: Readonly<Record<string, T>>, make: (entry: T, id: string) => U) =>
    Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, make(entry, id)]))
  return {
    version,
    language: words.language,
    findings: each(findings, ({ label, aliases, kind }, key) => ({
      label,
      kind,
      ...(aliases && { aliases }),
      group: '',
      ...words.findings[key],
    })),
    rules: each(rules, ({ title, short }, id) => ({ label: title, ...(short && { short }), ...words.rules[id] })),
    tests: each(workup, ({ title }) => ({ label: title })),
  }
}
