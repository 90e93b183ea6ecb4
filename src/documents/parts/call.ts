import type { Block } from '../blocks.ts'
import type { Words } from '../words.ts'

/** Room to write a number by hand. */
const BLANK = '____________'

const URGENCIES = [
  ['emergency', 'now'],
  ['today', 'today'],
  ['week', 'week'],
] as const

/** Whom to call and how soon: first in every guide. */
export function callBlocks(words: Words): Block[] {
  const callouts = URGENCIES.map(([name, urgency]) => ({
    kind: 'callout' as const,
    urgency,
    title: words.say(`guide.red-flag-symptoms.${name}-title`),
    items: itemsOf(`guide.red-flag-symptoms.${name}-`, words),
  }))
  return [
    { kind: 'heading', level: 2, id: 'call', text: words.say('guide.page.call') },
    { kind: 'paragraph', ...words.told('guide.red-flag-symptoms.intro') },
    ...callouts,
    { kind: 'paragraph', ...words.told('guide.red-flag-symptoms.country', { number: BLANK }) },
  ]
}

/** Every message that begins so, but for its title. */
export function itemsOf(beginning: string, words: Words) {
  return words
    .ids(beginning)
    .filter((id) => id !== `${beginning}title`)
    .map((id) => words.told(id))
}
