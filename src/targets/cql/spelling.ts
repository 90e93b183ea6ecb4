/**
 * How CQL spells what comes from a rule. Everything from outside goes through one of these four, so that no label, key
 * or number can end the text it stands in.
 */

/** A name in double quotes. Example: `identifier("mayo-2007")` is `"mayo-2007"`. */
export function identifier(name: string): string {
  return `"${escaped(name, '"')}"`
}

/** A text in single quotes. Example: `text("the lab's own")` is `'the lab\'s own'`. */
export function text(value: string): string {
  return `'${escaped(value, "'")}'`
}

/** A list of texts. Example: `texts(["IgA", "IgG"])` is `{ 'IgA', 'IgG' }`. */
export function texts(values: readonly string[]): string {
  return values.length === 0 ? '(null as List<String>)' : `{ ${values.map(text).join(', ')} }`
}

const DECIMALS = 8

/**
 * A number as a Decimal. CQL keeps eight places after the point; see `isExact`.
 * Throws on what is no number: that is our own bug. Example: `decimal(450)` is `450.0`.
 */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number of CQL`)
  const digits = value.toFixed(DECIMALS).replace(/0+$/, '')
  const written = digits.endsWith('.') ? `${digits}0` : digits
  return value < 0 ? `(${written})` : written
}

/** Can CQL write this number without rounding it? */
export function isExact(value: number): boolean {
  return Math.abs(value) < 1e20 && Number(value.toFixed(DECIMALS)) === value
}

/** Lines of a comment, each on its own and none that ends early. Example: `remark("Bone lesion")` is `// Bone lesion`. */
export function remark(words: string): string {
  return `// ${words.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim()}`
}

function escaped(value: string, mark: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll(mark, `\\${mark}`)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (letter) =>
      [...Array(letter.length).keys()].map((i) => `\\u${letter.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
    )
}
