/** Words that say nothing about which finding is meant. */
const SMALL = new Set(['of', 'in', 'the', 'with', 'on', 'a', 'an', 'and', 'by', 'its', 'is', 'or', 'to'])

/**
 * A name as it is compared: lower case, without accents, one spelling for British and American, Greek letters by name.
 * Example: `fold('Papilloedema, λ')` is "papilledema lambda".
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('λ', ' lambda ')
    .replaceAll('κ', ' kappa ')
    .replaceAll('α', ' alpha ')
    .replaceAll('β', ' beta ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll(/[ao]e/g, 'e')
    .replaceAll(/our\b/g, 'or')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a text that tell. Example: `tellingWords('VEGF in plasma')` is `['vegf', 'plasma']`. */
export function tellingWords(text: string): readonly string[] {
  const words = fold(text).split(' ')
  const telling = words.filter((word) => word !== '' && !SMALL.has(word))
  return telling.length > 0 ? telling : words.filter((word) => word !== '')
}
