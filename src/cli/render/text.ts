const WIDE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/u
const ZERO = /\p{M}|\u200b|\u200d/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences start with a control character
const ESCAPES = /\u001b\[[0-9;]*m/g
/** Control characters and the marks that turn the direction of text: a record may hold them, a terminal must not obey. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** How many terminal columns a text fills; colour sequences fill none. Example: `columns("λ ≥ 2")` is 5. */
export function columns(text: string): number {
  let count = 0
  for (const character of text.replace(ESCAPES, '')) {
    if (ZERO.test(character)) continue
    count += WIDE.test(character) ? 2 : 1
  }
  return count
}

/** Fills with spaces on the right up to `width` columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)))
}

/**
 * Breaks a text at spaces into lines of at most `width` columns. A word longer than a line is cut, so that
 * nothing runs past the edge. A no-break space never breaks.
 * Example: `wrap("one two three", 8)` is `["one two", "three"]`.
 */
export function wrap(text: string, width: number): readonly string[] {
  const room = Math.max(8, width)
  const lines: string[] = []
  let line = ''
  for (const word of text
    .split(/[ \n]+/)
    .filter(Boolean)
    .flatMap((item) => cut(item, room))) {
    const joined = line === '' ? word : `${line} ${word}`
    if (columns(joined) <= room) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    line = word
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

/** A place such as `folder/file.json#/findings/3` is cut after a slash where there is one. */
function cut(word: string, room: number): readonly string[] {
  if (columns(word) <= room) return [word]
  const pieces: string[] = []
  let rest = [...word]
  while (columns(rest.join('')) > room) {
    let end = 0
    for (let used = 0; end < rest.length && used + columns(rest[end] as string) <= room; end++) {
      used += columns(rest[end] as string)
    }
    const slash = rest.lastIndexOf('/', end - 1)
    const at = slash > room / 2 ? slash + 1 : Math.max(1, end)
    pieces.push(rest.slice(0, at).join(''))
    rest = rest.slice(at)
  }
  return [...pieces, rest.join('')]
}

/** Upper case at the start of a sentence; a word such as eGFR stays as it is written. */
export function capital(text: string): string {
  return text.replace(/^\p{Ll}(?!\p{Lu})/u, (start) => start.toUpperCase())
}

/**
 * Wraps behind a first prefix and indents what follows. `first` may hold a sign and colour.
 * Example: `hang("1. ", "a long question", 12)` is `["1. a long", "   question"]`.
 */
export function hang(
  first: string,
  text: string,
  width: number,
  ink: (line: string) => string = (line) => line,
): readonly string[] {
  const indent = columns(first)
  return wrap(text, width - indent).map((line, index) => (index === 0 ? first : ' '.repeat(indent)) + ink(line))
}

/**
 * The same value with every control character of every string made visible, so that a name or a note in a
 * record can neither colour, move nor hide anything on the terminal. What holds none is not copied.
 */
export function printable<T>(value: T): T
export function printable(value: unknown): unknown {
  return clean(value, new Map())
}

/** Trees are shared between criteria sets: `done` keeps each from being walked more than once. */
function clean(value: unknown, done: Map<object, object>): unknown {
  if (typeof value === 'string') return value.replace(UNPRINTABLE, visible)
  if (value === null || typeof value !== 'object') return value
  const known = done.get(value)
  if (known) return known
  const entries = Object.entries(value)
  const cleaned = entries.map(([name, item]): [string, unknown] => [name, clean(item, done)])
  const same = cleaned.every(([, item], index) => item === entries[index]?.[1])
  const copy = same ? value : Array.isArray(value) ? cleaned.map(([, item]) => item) : Object.fromEntries(cleaned)
  done.set(value, copy)
  return copy
}

function visible(character: string): string {
  if (character === '\n' || character === '\t' || character === '\r') return ' '
  const code = character.codePointAt(0) as number
  return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\ufffd'
}
