import { parseDay } from '../../core/index.ts'
import type { MonitoringItem } from '../../schema/index.ts'
import type { Block, Said } from '../blocks.ts'
import type { Person } from '../person.ts'
import type { Words } from '../words.ts'

/** The check-ups: on the person's own dates where the record gives them, else how often people are seen. */
export function checkUpBlocks(person: Person | undefined, words: Words): Block[] {
  const heading: Block = { kind: 'heading', level: 2, id: 'check-ups', text: words.say('guide.page.check-ups') }
  // A record without a calendar plans nothing: the general schedule says more.
  const own = (person?.assessment.monitoring ?? []).filter((item) => item.due !== null)
  const after: Block = { kind: 'paragraph', text: words.say('guide.calendar.more') }
  return own.length > 0 ? [heading, ...ownTable(own, words), after] : [heading, ...generalTable(words), after]
}

function ownTable(items: readonly MonitoringItem[], words: Words): Block[] {
  return [
    { kind: 'paragraph', text: words.say('guide.calendar.intro') },
    {
      kind: 'table',
      caption: words.say('guide.page.check-ups'),
      head: ['check', 'last', 'next'].map((name) => words.say(`guide.calendar.${name}`)),
      rows: items.map((item) => [
        words.told(`monitoring.${item.id}`),
        { text: item.last === null ? words.say('guide.calendar.never') : words.time(item.last) },
        { text: nextOf(item, words) },
      ]),
    },
  ]
}

/** When a check is due, in words. */
export function nextOf({ due, status }: MonitoringItem, words: Words): string {
  const date = due === null || !parseDay(due) ? '' : words.time(due)
  return words.say(`guide.calendar.${status}`, { date })
}

const PHASES = ['on-treatment', 'remission-early', 'remission-late'] as const

function generalTable(words: Words): Block[] {
  const rows = Object.entries(words.file.monitoring)
    .filter(([, schedule]) => !schedule.conditional)
    .map(([id, { everyMonths }]): Said[] => [
      words.told(`monitoring.${id}`),
      ...PHASES.map((phase) => {
        const months = everyMonths[phase]
        return {
          text: words.say(months === undefined ? 'guide.calendar.not-planned' : 'guide.calendar.every', {
            months: months ?? 0,
          }),
        }
      }),
    ])
  return [
    { kind: 'paragraph', text: words.say('guide.calendar.general') },
    {
      kind: 'table',
      caption: words.say('guide.page.check-ups'),
      head: [words.say('guide.calendar.check'), ...PHASES.map((phase) => words.say(`guide.calendar.${phase}`))],
      rows,
    },
  ]
}
