import { dateWords } from '../../../parts/tree-words.ts'

/** Dates inside a sentence, as people write them. Example: `dated('met on 2024-05-06', 'en')` is "met on 6 May 2024". */
export function dated(text: string, language: string): string {
  return text.replace(/\b\d{4}-\d{2}(-\d{2})?\b/g, (date) => dateWords(date, language))
}
