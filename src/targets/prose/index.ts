export type { ProseLine } from './line.ts'
export { type ProseOptions, proseOf } from './rule.ts'
export { numberWord } from './words.ts'
export { wordsOf } from './words-of.ts'
