import type { Knowledge, PageFile } from '../../schema/index.ts'
import type { WordsFile } from './words.ts'

/** The file of a page, from the engine's and the words'. Example: `pageFile(knowledge, words).words.findings.ascites`. */
export function pageFile(knowledge: Knowledge, words: WordsFile): PageFile {
  const conflicts = Object.entries(knowledge.conflicts).map(([id, { positions: _, does: __, ...lean }]) => [id, lean])
  const sources = Object.entries(knowledge.sources).map(([work, { cite }]) => [work, { cite }])
  const findings = Object.entries(words.findings).map(([key, { group, plain }]) => [key, bare({ group, plain })])
  const rules = Object.entries(words.rules).flatMap(([id, { plain }]) => (plain === undefined ? [] : [[id, { plain }]]))
  return {
    knowledge: { ...knowledge, conflicts: Object.fromEntries(conflicts), sources: Object.fromEntries(sources) },
    words: { language: words.language, findings: Object.fromEntries(findings), rules: Object.fromEntries(rules) },
  }
}

function bare<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
