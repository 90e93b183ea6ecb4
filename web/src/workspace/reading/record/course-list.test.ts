import { expect, test } from 'vitest'
import { realEngine } from '../../../../../test/support/real.ts'
import { readSheet } from '../../../state/reading.ts'
import { sheetOf } from '../../../state/sheet.ts'
import { changeCourse, coursesOf } from './course-list.ts'

const sheet = sheetOf({
  id: 'made',
  courses: [{ for: 'poems', with: ['lenalidomide'], start: '2026-03-03', response: 'good' }],
  treatedAs: [{ key: 'cidp', treatment: 'ivig', response: 'none', when: '2025-02' }],
  treatments: [{ key: 'radiotherapy', when: '2026-01-01', outcome: 'better', note: 'two fields' }],
})
const read = (of: typeof sheet) =>
  readSheet(realEngine(), of, { today: '2026-11-27' }).record.courses.map(({ at: _, ...course }) => course)

test('courses of all three lists are shown as courses', () => {
  expect(coursesOf(sheet).map(({ body }) => [body.for, body.with, body.start, body.note])).toEqual([
    ['poems', ['lenalidomide'], '2026-03-03', undefined],
    ['cidp', ['ivig'], '2025-02', undefined],
    [undefined, ['radiotherapy'], '2026-01-01', 'better; two fields'],
  ])
})

test('one that is changed says the same as before, but for the change', () => {
  for (const item of coursesOf(sheet)) {
    const changed = changeCourse(sheet, item, { line: 2 })
    expect(coursesOf(changed).find(({ id }) => id === item.id)?.list).toBe('courses')
    const before = read(sheet)
    const after = read(changed)
    const expected = before.map((course) => {
      const isIt = course.with[0] === item.body.with?.[0]
      return isIt ? { ...course, line: 2 } : course
    })
    const byWith = (a: (typeof after)[number], b: (typeof after)[number]) =>
      String(a.with[0]).localeCompare(String(b.with[0]))
    expect(after.toSorted(byWith)).toEqual(expected.toSorted(byWith))
  }
})
