import type { Authored, Entries } from '../authored.ts'

/** The words for one key in one language. */
export interface KeyWords {
  readonly label: string
  readonly plain?: string
  readonly short?: string
  readonly aliases?: readonly string[]
}

/** `words.<language>.json`: what keys and rules are called, for search boxes, forms and lay readers. */
export interface WordsFile {
  readonly version: string
  readonly language: string
  readonly findings: Readonly<Record<string, KeyWords & { readonly group: string; readonly kind: string }>>
  readonly rules: Readonly<Record<string, KeyWords>>
  readonly tests: Readonly<Record<string, KeyWords>>
}

export function wordsFile(authored: Authored, language: string, version: string): WordsFile {
  return {
    version,
    language,
    findings: each(authored.findings, ({ label, plain, aliases, group, kind }) => ({
      label,
      plain,
      ...(aliases && { aliases }),
      group,
      kind,
    })),
    rules: each(authored.rules, ({ title, plain, short }) => ({
      label: title,
      ...(plain === undefined ? undefined : { plain }),
      ...(short === undefined ? undefined : { short }),
    })),
    tests: each(authored.workup, ({ title }) => ({ label: title })),
  }
}

function each<T, U>(entries: Entries<T>, make: (content: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(
    [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, content }) => [id, make(content)]),
  )
}
