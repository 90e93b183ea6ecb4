/** Where a reader stands; decides what a guide puts first and what it leaves out. */
export const STAGES = ['suspected', 'diagnosed', 'treatment', 'follow-up', 'caregiver'] as const
export type Stage = (typeof STAGES)[number]

/** Is this word a stage? Example: `isStage("follow-up")`. */
export function isStage(word: string): word is Stage {
  return STAGES.some((stage) => stage === word)
}
