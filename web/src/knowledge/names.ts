import type { WordsFile } from '../../../src/load/files/words.ts'
import type { Names } from '../../../src/schema/names.ts'

const addresses = import.meta.glob<string>('../../../dist/knowledge/names.*.json', {
  eager: true,
  query: '?url',
  import: 'default',
})
const kept = new Map<string, Promise<Names | undefined>>()

/** Names of findings in a language; undefined where no translation is published, or it cannot be fetched. */
export function loadNames(language: string): Promise<Names | undefined> {
  const known = kept.get(language)
  if (known) return known
  const address = addresses[`../../../dist/knowledge/names.${language}.json`]
  const names =
    address === undefined
      ? Promise.resolve(undefined)
      : fetch(address)
          .then((answer): Promise<Names> | undefined => (answer.ok ? answer.json() : undefined))
          // Without them the names stay English, which the settings say may happen.
          .catch(() => undefined)
  kept.set(language, names)
  return names
}

/** The words with the names of another language; what they are called in English is still found when it is typed. */
export function named(words: WordsFile, names: Names | undefined): WordsFile {
  if (!names) return words
  const findings = Object.entries(words.findings).map(([key, finding]) => {
    const label = names.names[key]
    if (label === undefined) return [key, finding]
    return [key, { ...finding, label, aliases: [finding.label, ...(finding.aliases ?? [])] }]
  })
  return { ...words, language: names.language, findings: Object.fromEntries(findings) }
}
