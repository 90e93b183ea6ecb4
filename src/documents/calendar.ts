import type { GuideFile, MonitoringItem } from '../schema/index.ts'
import type { Person } from './person.ts'
import { Words } from './words.ts'

/** One all-day event of a calendar. */
export interface CalendarEvent {
  /** The same for the same check of the same person, so that a newer calendar moves the event and adds none. */
  readonly uid: string
  /** ISO date. */
  readonly date: string
  readonly title: string
  readonly description: string
}

export interface Calendar {
  readonly language: string
  readonly name: string
  /** ISO date of what was known. */
  readonly made: string
  readonly events: readonly CalendarEvent[]
}

/** `plain` titles name no test and no illness: calendars are shared, and shown on locked screens. */
export type Titles = 'plain' | 'detailed'

/**
 * The next date of each check-up as events. Undefined where the record has no calendar or nothing is watched.
 * Example: `calendar(file, { record, assessment }, 'plain')?.events.length`.
 */
export function calendar(file: GuideFile, person: Person, titles: Titles): Calendar | undefined {
  const { assessment, record } = person
  const dated = (assessment.monitoring ?? []).filter((item) => item.next !== null)
  if (assessment.asOf === null || dated.length === 0) return undefined
  const words = new Words(file)
  const name = words.say('guide.calendar.name')
  return {
    language: file.language,
    name,
    made: assessment.asOf,
    events: dated.map((item) => eventOf(item, record.id, titles, words)),
  }
}

function eventOf(item: MonitoringItem, subject: string, titles: Titles, words: Words): CalendarEvent {
  const check = words.say(`monitoring.${item.id}`)
  return {
    uid: `${fingerprint(`${subject}\n${item.id}`)}@scansion`,
    date: item.next ?? '',
    title: titles === 'plain' ? words.say('guide.calendar.event-plain') : check.replace(/\.$/, ''),
    description: titles === 'plain' ? '' : words.say('guide.calendar.event-note', { check }),
  }
}

const PRIME = 0x100000001b3n
const WIDTH = 64

/** FNV-1a of 64 bits: the same text gives the same name, and the name gives nothing of the text away at a glance. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const code of text) hash = BigInt.asUintN(WIDTH, (hash ^ BigInt(code.codePointAt(0) ?? 0)) * PRIME)
  return hash.toString(16).padStart(16, '0')
}
