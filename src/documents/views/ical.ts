import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Calendar } from '../calendar.ts'

const DAY_MS = 86_400_000

/**
 * Draws a calendar as iCalendar (RFC 5545): events of whole days, free time, no alarm. Equal input gives equal text; the
 * sequence grows with the day, so that a newer file replaces an older one.
 * Example: `icalendar(calendar(file, person, 'plain'))`.
 */
export function icalendar({ name, made, language, events }: Calendar): string {
  const stamp = new Date(`${made}T00:00:00Z`)
  const file = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Scansion', product: 'calendar', language: language.toUpperCase() },
  })
  for (const { uid, date, title, description } of events) {
    file.createEvent({
      id: uid,
      start: new Date(`${date}T00:00:00Z`),
      end: new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS),
      allDay: true,
      timezone: 'UTC',
      summary: title,
      description: description === '' ? null : description,
      stamp,
      sequence: Math.floor(stamp.getTime() / DAY_MS),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return file.toString()
}
