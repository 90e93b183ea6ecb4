import type { Course } from '../../core/index.ts'
import { dayOf, type Person } from '../person.ts'
import type { Words } from '../words.ts'

/** The courses that were known on the day, oldest first. */
export function coursesOf(person: Person): readonly Course[] {
  const day = dayOf(person)
  return person.record.courses.filter((course) => course.start.to <= day).sort((a, b) => a.start.from - b.start.from)
}

/** From when to when a course went, as far as the record says. */
export function courseDates(course: Course, words: Words): string | undefined {
  if (course.when === null && !course.stop) return undefined
  const start = words.time(course.when)
  const stop = course.stop && Number.isFinite(course.stop.to) ? words.day(course.stop.to) : undefined
  return stop === undefined || stop === start ? start : words.say('guide.referral.from-to', { start, stop })
}

/** What the illness was called when a course was given. */
export function treatedLabel(label: string, words: Words): string {
  if (label === 'poems') return words.say('glossary.poems-syndrome.term')
  const id = `finding.treated-as.${label}`
  return words.has(id) ? words.say(id) : label.replaceAll('-', ' ')
}
