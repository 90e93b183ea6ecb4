import type { Engine } from '../../../core/engine.ts'
import { vocabularyOf, type Word } from '../../vocabulary.ts'

/** A key that words may state, and the words around it. */
export interface Mention {
  readonly key: string
  readonly text: string
}

interface Phrase {
  readonly words: readonly string[]
  /** Letters as they must stand: of abbreviations, which small letters would make another word. */
  readonly exact: string | undefined
  readonly key: string
  readonly kind: Word['kind']
}

interface Spoken {
  readonly plain: string
  readonly raw: string
}

const LONGEST_TEXT = 20_000
const LONGEST_SHOWN = 160
const LONGEST_ABBREVIATION = 4
const SHORTEST = 3
const MOST_MENTIONS = 20
/** Words before or after a finding, within its clause, that deny it or give it to somebody else. */
const DENIED_BEFORE =
  /\b(no|not|non|nor|without|denie[sd]|denying|negative|absen(t|ce)|exclude[sd]?|excluding|rule[ds]? out|unlikely|never|free of|free from|resolved|family|mother|father|brother|sister|parent|son|daughter|uncle|aunt|cousin|grand\w+|fh|risk|screen\w*|kein\w*|ohne|sans|sin|pas)\b/
const DENIED_AFTER =
  /\b(not|no|absent|negative|excluded|ruled out|unlikely|resolved|never|nil|in (the )?(family|mother|father|brother|sister))\b/
// Names such as Hemoglobin.gastrointestinal hold full stops.
const CLAUSE_END = /[;!?\n\r]+|[.,](?=\s|$)/
const BEFORE = 6
const AFTER = 5

const made = new WeakMap<Engine, ReadonlyMap<string, readonly Phrase[]>>()

/**
 * The keys of the kinds asked for that a text names, by their labels, other names and choices: to be confirmed by a person,
 * never facts. A clause that denies a finding does not name it. A measurement is named only by a text that is its name.
 * Example: `mentionsIn("Bilateral papilloedema. No ascites.", engine, ["finding"])` names papilledema and not ascites.
 */
export function mentionsIn(text: string, engine: Engine, kinds: readonly Word['kind'][]): readonly Mention[] {
  const phrases = phrasesOf(engine)
  const found = new Map<string, Mention>()
  const clauses = text.slice(0, LONGEST_TEXT).split(CLAUSE_END)
  for (const clause of clauses) {
    const words = spoken(clause)
    for (let start = 0; start < words.length && found.size < MOST_MENTIONS; start++) {
      for (const phrase of phrases.get(words[start]?.plain ?? '') ?? []) {
        if (found.has(phrase.key) || !kinds.includes(phrase.kind) || !stands(phrase, words, start)) continue
        if (phrase.kind === 'measurement' && (clauses.length > 1 || phrase.words.length !== words.length)) continue
        if (!isDenied(words, start, start + phrase.words.length))
          found.set(phrase.key, { key: phrase.key, text: shown(clause) })
      }
    }
  }
  return [...found.values()]
}

function stands({ words, exact }: Phrase, spokenWords: readonly Spoken[], start: number): boolean {
  if (!words.every((word, index) => spokenWords[start + index]?.plain === word)) return false
  if (exact === undefined) return true
  return (
    spokenWords
      .slice(start, start + words.length)
      .map(({ raw }) => raw)
      .join(' ') === exact
  )
}

function isDenied(words: readonly Spoken[], start: number, end: number): boolean {
  const said = (from: number, to: number) =>
    words
      .slice(Math.max(0, from), to)
      .map(({ raw }) => raw.toLowerCase())
      .join(' ')
  return DENIED_BEFORE.test(said(start - BEFORE, start)) || DENIED_AFTER.test(said(end, end + AFTER))
}

/** Words in one spelling: no accents, British diphthongs as in American, plurals as singulars. */
function spoken(text: string): readonly Spoken[] {
  return [...text.normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu)].map(([raw]) => ({ raw, plain: plain(raw) }))
}

function plain(word: string): string {
  const folded = word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/ae|oe/g, 'e')
  return folded.length > 4 && /[^s]s$/.test(folded) ? folded.slice(0, -1) : folded
}

/** A text as it is shown: on one line, printable, not too long. */
export function shown(text: string): string {
  const line = text.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line
}

function phrasesOf(engine: Engine): ReadonlyMap<string, readonly Phrase[]> {
  const known = made.get(engine)
  if (known) return known
  const phrases = new Map<string, Phrase[]>()
  for (const { key, kind } of vocabularyOf(engine).words.values()) {
    for (const name of namesOf(key, engine)) {
      const words = spoken(name)
      const [first] = words
      if (first === undefined || name.length < SHORTEST) continue
      const list = phrases.get(first.plain) ?? []
      phrases.set(first.plain, list)
      const exact =
        name.length <= LONGEST_ABBREVIATION && name !== key ? words.map(({ raw }) => raw).join(' ') : undefined
      list.push({ words: words.map((word) => word.plain), exact, key, kind })
    }
  }
  made.set(engine, phrases)
  return phrases
}

// Whom the record is about is read where it is stated, never out of words.
const NEVER = new Set(['sex', 'age'])

function namesOf(key: string, engine: Engine): readonly string[] {
  const { findings } = engine.knowledge
  const finding = Object.hasOwn(findings, key) ? findings[key] : undefined
  if (finding === undefined || NEVER.has(key)) return []
  const { label, aliases = [], words = {} } = finding
  const choices = Object.keys(words).length > 1 ? Object.values(words) : []
  return [key.replaceAll('-', ' '), label, label.replace(/\s*\([^)]*\)\s*$/, ''), ...aliases, ...choices]
}

/** The choices of a key that a text names as whole words. Example: `choicesIn("IgG lambda", word)` for the light chain is `["lambda"]`. */
export function choicesIn(text: string, { choices }: Word): readonly string[] {
  const words = new Set(spoken(text.slice(0, LONGEST_TEXT)).map(({ plain: word }) => word))
  return [...(choices?.entries() ?? [])].flatMap(([lower, choice]) =>
    lower !== 'none' && lower !== 'other' && words.has(plain(lower)) ? [choice] : [],
  )
}
