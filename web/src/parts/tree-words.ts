import type { FactView } from '../../../src/schema/index.ts'
import en from '../../words/en/tree.json'
import { sayDate, useWords } from '../words/words.ts'

/** The words of trees and facts. Example: `useTreeWords()('undetermined')`. */
export const useTreeWords = () => useWords('tree', en)

export type Say = ReturnType<typeof useTreeWords>
type TreeWord = keyof typeof en

export function isTreeWord(id: string): id is TreeWord {
  return Object.hasOwn(en, id)
}

/**
 * A fact in few words, without what the label beside it says already: nothing for a present finding of that name.
 * Example: `factWords(fact, 'Elevated VEGF')` is "VEGF in plasma 480 pg/mL".
 */
export function factWords({ label, says, madeFrom }: FactView, beside: string): string {
  // Made of a measurement: the number says more than the word that was made of it.
  const number = madeFrom === undefined ? undefined : /^present \((.*)\)$/.exec(says)?.[1]
  const word = number ?? (says === 'present' ? '' : says)
  return (label.toLowerCase() === beside.toLowerCase() ? word : `${label} ${word}`).trim()
}

/** The time of a fact as people say it, on one line. Example: "at presentation", "month 3", "6 May 2024". */
export function whenWords(date: string, say: Say, language: string): string {
  if (date === 'baseline' || date === 'undated') return say(date)
  const [, month] = /^\+?(-?\d{1,3}(?:\.\d+)?)(?: mo)?$/.exec(date) ?? []
  return month === undefined ? dateWords(date, language) : say('month', { number: month.replace('-', '−') })
}

/** A date that is not broken over two lines. */
export function dateWords(date: string, language: string): string {
  return sayDate(date, language).replaceAll(' ', '\u00a0')
}
