import type { Problem } from '../../schema/problem.ts'
import { didYouMean } from '../near.ts'
import { DEFAULT_LANGUAGE } from '../normalise.ts'
import type { TextLint } from './lint.ts'
import { trouble } from './phrases.ts'

/** Where other entries become messages, a translation may say them anew. */
const DERIVED = /^(glossary|recovery|monitoring|centres|finding|unit)\./

export const guideInvalid: TextLint = {
  id: 'guide-invalid',
  describe:
    'A sentence for people that is not a valid ICU message, that English does not have, or works that stand behind no sentence.',
  severity: 'error',
  stage: 'text',
  blocks: false,
  check: ({ authored }) => {
    const english = authored.guide.get(DEFAULT_LANGUAGE) ?? new Map<string, unknown>()
    const problems: Problem[] = []
    const report = (at: string, what: string, hint: string): void => {
      problems.push({ code: 'guide-invalid', at, what, hint })
    }
    for (const [language, messages] of authored.guide) {
      for (const [id, { text, at }] of messages) {
        for (const what of trouble(text, language)) report(at, `${id}: ${what}`, 'see the ICU message syntax: {name}')
        if (!english.has(id) && !DERIVED.test(id)) {
          report(at, `${id}: ${DEFAULT_LANGUAGE} has no such sentence`, didYouMean(id, english.keys()))
        }
      }
    }
    for (const entry of authored.guideSources.values()) {
      for (const id of Object.keys(entry.content)) {
        if (!english.has(id))
          report(entry.at([id]), `no sentence "${id}"`, didYouMean(id, english.keys()) || 'correct it')
      }
    }
    return problems
  },
}
