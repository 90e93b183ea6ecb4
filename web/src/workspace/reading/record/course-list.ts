import { addEntry, changeEntry, type Entry, removeEntries, type Sheet } from '../../../state/sheet.ts'

type Body = Entry<'courses'>['body']

/** A course of the sheet, whichever of the three lists of the record format it stands in. */
export interface CourseItem {
  readonly id: string
  readonly list: 'courses' | 'treatedAs' | 'treatments'
  readonly from: string | undefined
  readonly body: Body
}

/**
 * All courses of a sheet, as courses: earlier labels and treatments of published cases among them.
 * Example: `coursesOf(sheet)[0]?.body.with`.
 */
export function coursesOf(sheet: Sheet): readonly CourseItem[] {
  const own = sheet.courses.map(({ id, from, body }): CourseItem => ({ id, list: 'courses', from, body }))
  const labels = sheet.treatedAs.map(({ id, from, body }): CourseItem => {
    const { key, treatment, response, when, note } = body
    const named = treatment !== undefined && treatment !== null && treatment !== 'not stated'
    return {
      id,
      list: 'treatedAs',
      from,
      body: { for: key, with: named ? [treatment] : [], start: when, response, note },
    }
  })
  const given = sheet.treatments.map(({ id, from, body }): CourseItem => {
    const note = [body.outcome, body.note].filter((part) => part).join('; ')
    return {
      id,
      list: 'treatments',
      from,
      body: { with: [body.key], start: body.when, note: note === '' ? undefined : note },
    }
  })
  return [...own, ...labels, ...given]
}

/** Changes a course; one of the other two lists becomes a course by it. */
export function changeCourse(sheet: Sheet, item: CourseItem, change: Partial<Body>): Sheet {
  if (item.list === 'courses') return changeEntry(sheet, 'courses', item.id, change)
  return addEntry(removeEntries(sheet, new Set([item.id])), 'courses', { ...item.body, ...change }, item.id)
}
