import type { Knowledge } from '../schema/engine.ts'
import type { Authored, Entries } from './authored.ts'
import { normaliseCare } from './normalise/care.ts'
import { citeOf, urlOf } from './normalise/cite.ts'
import {
  normaliseConflict,
  normaliseConfounder,
  normaliseFinding,
  normaliseMeasured,
  normaliseSettings,
  normaliseTest,
} from './normalise/entries.ts'
import { normaliseRule } from './normalise/rule.ts'

/** The language in which Scansion speaks where no other is asked for. */
export const DEFAULT_LANGUAGE = 'en'

/**
 * The compiled knowledge. Expects what the blocking linters have passed, and throws on anything else.
 * Entries come in the order of their ids, so that equal knowledge gives equal files.
 */
export function compileKnowledge(authored: Authored, version: string): Knowledge {
  const settings = authored.settings.get('settings')
  if (!settings) throw new Error('unlinted knowledge: there is no settings.yaml')
  const unitOf = (key: string): string => {
    const unit = authored.findings.get(key)?.content.unit
    if (unit === undefined) throw new Error(`unlinted knowledge: ${key} has no unit`)
    return unit
  }
  return {
    version,
    findings: each(authored.findings, (_, finding) => normaliseFinding(finding)),
    rules: each(authored.rules, (id, rule) => normaliseRule(id, rule, unitOf)),
    measured: sorted(authored.measured).map(({ content }) => normaliseMeasured(content, unitOf)),
    confounders: sorted(authored.confounders).map(({ id, content }) => normaliseConfounder(id, content, unitOf)),
    workup: each(authored.workup, (_, test) => normaliseTest(test, unitOf)),
    // An unverified conflict is off: the library shows it with its mark, no assessment does.
    conflicts: each(new Map([...authored.conflicts].filter(([, entry]) => !entry.content.unverified)), (_, conflict) =>
      normaliseConflict(conflict),
    ),
    sources: each(authored.sources, (_, source) => {
      const url = urlOf(source)
      return { cite: citeOf(source), ...(url === undefined ? undefined : { url }) }
    }),
    phrases: Object.fromEntries(
      [...(authored.phrases.get(DEFAULT_LANGUAGE) ?? [])].map(([id, { text }]) => [id, text]),
    ),
    settings: normaliseSettings(settings.content),
    care: normaliseCare(authored.care, unitOf),
  }
}

function sorted<T>(entries: Entries<T>): { id: string; content: T }[] {
  return [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function each<T, U>(entries: Entries<T>, make: (id: string, content: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(sorted(entries).map(({ id, content }) => [id, make(id, content)]))
}
