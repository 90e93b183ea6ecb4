export type { ProseLine, Reference } from './line.ts'
export { type ProseOptions, proseOf } from './rule.ts'
export { numberWord, thresholdWords } from './words.ts'
export { wordsOf } from './words-of.ts'
