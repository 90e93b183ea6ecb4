import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { made, personOf, realGuide, TREATED } from '../../test/support/persons.ts'
import { calendar, type Titles } from './calendar.ts'
import { icalendar } from './views/ical.ts'

const file = realGuide()
const treated = made()

/** The calendar as another library reads it back. */
function readBack(titles: Titles, person = treated) {
  const text = icalendar(calendar(file, person, titles) ?? { language: 'en', name: '', made: '', events: [] })
  const root = new ICAL.Component(ICAL.parse(text))
  return root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}

describe('the calendar, read back by a second library', () => {
  it('has one event of a whole day for each check-up, on its next date', () => {
    const events = readBack('detailed')
    const items = treated.assessment.monitoring ?? []
    expect(items.length).toBeGreaterThan(3)
    expect(events.map((event) => event.startDate.toString())).toEqual(items.map((item) => item.next))
    for (const event of events) {
      expect(event.startDate.isDate).toBe(true)
      expect(event.endDate.subtractDate(event.startDate).toSeconds()).toBe(86_400)
      expect(event.startDate.toString() >= (treated.assessment.asOf ?? '')).toBe(true)
    }
  })

  it('names nothing of the illness in the plain form, anywhere in the file', () => {
    const text = icalendar(calendar(file, treated, 'plain') ?? { language: 'en', name: '', made: '', events: [] })
    expect(text).not.toMatch(/POEMS|VEGF|nerve|eye|heart|scan of|hormone|blood|test|made-up|DESCRIPTION/i)
    expect(new Set(readBack('plain').map((event) => event.summary))).toEqual(new Set(['Appointment to plan']))
  })

  it('says what is checked when asked to', () => {
    const [event] = readBack('detailed')
    expect(event?.summary).toMatch(/ultrasound|test|scan|check/i)
    expect(event?.description).toContain('This is not medical advice.')
  })

  it('keeps the name of an event when the record grows and when titles change, so that it moves and is not doubled', () => {
    const later = made({ ...TREATED, 'sclerotic-bone-lesion': 'present on 2026-11-20' })
    const names = readBack('plain')
      .map((event) => event.uid)
      .sort()
    expect(new Set(names).size).toBe(names.length)
    expect(
      readBack('detailed')
        .map((event) => event.uid)
        .sort(),
    ).toEqual(names)
    expect(readBack('plain', later).map((event) => event.uid)).toEqual(expect.arrayContaining(names))
    const other = personOf({ ...treated.record, id: 'somebody-else' })
    for (const event of readBack('plain', other)) expect(names).not.toContain(event.uid)
  })

  it('is the same text for the same input', () => {
    const twice = [0, 1].map(() =>
      icalendar(calendar(file, treated, 'plain') ?? { language: 'en', name: '', made: '', events: [] }),
    )
    expect(twice[0]).toBe(twice[1])
  })

  it('is none where nothing has a date', () => {
    expect(calendar(file, made({ fever: 'present' }), 'plain')).toBeUndefined()
    expect(calendar(file, { ...treated, assessment: { ...treated.assessment, asOf: null } }, 'plain')).toBeUndefined()
  })
})
