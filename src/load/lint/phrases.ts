import { IntlMessageFormat } from 'intl-messageformat'
import type { Authored, Entry } from '../authored.ts'
import { didYouMean } from '../near.ts'
import { DEFAULT_LANGUAGE } from '../normalise.ts'
import type { CodeFile } from './code.ts'
import { reporter, type TextLint } from './lint.ts'

interface Use {
  readonly id: string
  readonly at: string
}

/** Where the knowledge says a sentence. */
function usesIn(authored: Authored): Use[] {
  const uses: Use[] = []
  const add = (entry: Entry<unknown>, id: string | undefined, ...path: (string | number)[]) => {
    if (id !== undefined) uses.push({ id, at: entry.at(path) })
  }
  for (const entry of authored.confounders.values()) add(entry, entry.content.says, 'says')
  for (const entry of authored.rules.values()) {
    add(entry, entry.content.says, 'says')
    entry.content.grade?.caps.forEach((cap, i) => {
      add(entry, cap.says, 'grade', 'caps', i, 'says')
    })
    entry.content.cautions?.forEach((caution, i) => {
      add(entry, caution.says, 'cautions', i, 'says')
    })
  }
  return uses
}

/** Sentences said in code with their id written out: `say(engine, 'conclusion.nothing'`. */
function usesInCode(code: readonly CodeFile[]): Use[] {
  return code.flatMap(({ path, text }) =>
    [...text.matchAll(/\bsay\(\s*(?:[\w.]+\.)?engine,\s*'([^']+)'/g)].map((match) => ({
      id: match[1] ?? '',
      at: `${path}:${text.slice(0, match.index).split('\n').length}`,
    })),
  )
}

export const phraseUnknown: TextLint = {
  id: 'phrase-unknown',
  describe: 'A sentence that is said, by the knowledge or by the code, but has no words in English.',
  severity: 'error',
  stage: 'text',
  blocks: false,
  check: ({ authored, code }) => {
    const phrases = authored.phrases.get(DEFAULT_LANGUAGE) ?? new Map<string, unknown>()
    return [...usesIn(authored), ...usesInCode(code)]
      .filter(({ id }) => !phrases.has(id))
      .map(({ id, at }) => ({
        code: 'phrase-unknown',
        at,
        what: `no phrase "${id}"`,
        hint: didYouMean(id, phrases.keys()) || `add it to knowledge/phrases/${DEFAULT_LANGUAGE}`,
      }))
  },
}

export const phraseUnused: TextLint = {
  id: 'phrase-unused',
  describe: 'A sentence that neither the knowledge nor the code says.',
  severity: 'warning',
  stage: 'text',
  blocks: false,
  check: ({ authored, code }) => {
    // Without the sources at hand nobody can tell what the code says.
    if (code.length === 0) return []
    const said = new Set(usesIn(authored).map(({ id }) => id))
    const literal = code.map(({ text }) => text).join('\n')
    // `conclusion.${value}` may say every sentence that begins with "conclusion.".
    const beginnings = [...literal.matchAll(/`([a-z0-9-]+\.[a-z0-9.-]*)\$\{/g)].map((match) => match[1] ?? '')
    const unused = [...(authored.phrases.get(DEFAULT_LANGUAGE) ?? [])].filter(
      ([id]) =>
        !said.has(id) && !literal.includes(`'${id}'`) && !beginnings.some((beginning) => id.startsWith(beginning)),
    )
    return unused.map(([id, { at }]) => ({
      code: 'phrase-unused',
      at,
      what: `${id} is said nowhere`,
      hint: 'delete it, or say it',
    }))
  },
}

export const phraseInvalid: TextLint = {
  id: 'phrase-invalid',
  describe: 'A sentence that is not a valid ICU message, or that English does not have.',
  severity: 'error',
  stage: 'text',
  blocks: false,
  check: ({ authored }) => {
    const english = authored.phrases.get(DEFAULT_LANGUAGE) ?? new Map<string, unknown>()
    return [...authored.phrases].flatMap(([language, phrases]) =>
      [...phrases].flatMap(([id, { text, at }]) => {
        const problems = trouble(text, language).map((what) => ({
          code: 'phrase-invalid',
          at,
          what: `${id}: ${what}`,
          hint: 'see the ICU message syntax: {name}, {count, plural, one {…} other {…}}',
        }))
        if (!english.has(id))
          problems.push({
            code: 'phrase-invalid',
            at,
            what: `${id}: ${DEFAULT_LANGUAGE} has no such sentence`,
            hint: didYouMean(id, english.keys()),
          })
        return problems
      }),
    )
  },
}

/** What is wrong with an ICU message; nothing where it can be said. */
export function trouble(text: string, language: string): string[] {
  try {
    new IntlMessageFormat(text, language, undefined, { ignoreTag: true })
    return []
  } catch (error) {
    return [`not an ICU message (${error instanceof Error ? error.message : String(error)})`]
  }
}

export const phraseFile: TextLint = {
  id: 'phrase-file',
  describe: 'A file of sentences that stands in no language folder.',
  severity: 'error',
  stage: 'text',
  blocks: false,
  check: ({ authored }) => {
    const { problems } = reporter('phrase-file')
    for (const [language, phrases] of authored.phrases) {
      const [first] = phrases.values()
      if (/^[a-z]{2}(-[A-Z]{2})?$/.test(language) || !first) continue
      problems.push({
        code: 'phrase-file',
        at: first.at,
        what: `"${language}" is no language`,
        hint: 'sentences stand in knowledge/phrases/<language>/…',
      })
    }
    return problems
  },
}
