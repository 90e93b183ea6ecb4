import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { POEMS_LABEL, TREATED_AS, vocabularyOf } from '../../../../../src/adapters/vocabulary.ts'
import { type Engine, lower, valueWord } from '../../../../../src/core/index.ts'
import en from '../../../../words/en/record.json'
import { StateWord } from '../../../parts/glyph.tsx'
import { useCase, useTable } from '../../../state/context.ts'
import { entryAt } from '../../../state/reading.ts'
import { settings } from '../../../state/settings.ts'
import { addEntry, removeEntries } from '../../../state/sheet.ts'
import { useWords } from '../../../words/words.ts'
import { CourseEditor } from './course-editor.tsx'
import { type CourseItem, coursesOf } from './course-list.ts'
import { arrived, goToGroup, goToRow, toggleRow, useDesk } from './desk.ts'
import { dayOf } from './entry-day.ts'
import { sayProblem, sayWhen } from './fact-line.tsx'
import { nameOf } from './names.ts'
import { useArrival } from './row.tsx'

/** What was treated as what, with what, when, and how it answered. */
export function Courses() {
  const say = useWords('record', en)
  const { store } = useTable()
  const sheet = useCase((state) => state.case.sheet)
  const items = coursesOf(sheet)
  const engine = useCase((state) => state.engine)
  // A treatment or an earlier label has no row of its own: its courses have.
  const asked = useDesk(({ target }) => target?.key)
  useEffect(() => {
    if (asked === undefined || !isOfCourse(engine, asked)) return
    goToGroup('courses')
    arrived()
  }, [asked, engine])
  const add = () => {
    store.edit((current) => addEntry(current, 'courses', { start: dayOf(store.getState()) }))
    const last = store.getState().case.sheet.courses.at(-1)
    if (last) goToRow(`course-${last.id}`, 'editor')
  }
  return (
    <section className="record-group" id="record-courses">
      <h2 className="record-head" tabIndex={-1}>
        {say('courses')}
      </h2>
      {items.map((item) => (
        <CourseRow key={item.id} item={item} />
      ))}
      <p className="record-more no-print">
        <button type="button" className="button plain" onClick={add}>
          {say('course.add')}
        </button>
      </p>
    </section>
  )
}

function CourseRow({ item }: { readonly item: CourseItem }) {
  const say = useWords('record', en)
  const { store, words } = useTable()
  const engine = useCase((state) => state.engine)
  const language = useStore(settings, (state) => state.language)
  const id = `course-${item.id}`
  const open = useDesk((state) => state.open.has(id))
  const place = useRef<HTMLDivElement>(null)
  useArrival(id, place)
  const lit = useCase((state) => {
    const key = state.lit?.key ?? ''
    return (item.body.with ?? []).includes(key) || (key === TREATED_AS && Boolean(item.body.for))
  })
  const problems = useCase(({ reading }) =>
    reading.problems
      .filter(({ at }) => entryAt(reading.sheet, at)?.id === item.id)
      .map((problem) => sayProblem(problem, say))
      .join(' '),
  )
  const { body, from } = item
  const treatments = (body.with ?? []).map((key) => nameOf(engine, words, key))
  const label = body.for ? labelWord(body.for, (value) => valueWord(engine, 'treated-as', value)) : undefined
  const name = [label === undefined ? undefined : say('course.as', { label }), treatments.join(', ')]
    .filter((part) => part)
    .join(': ')
  const response = body.response === 'not stated' ? undefined : (body.response ?? undefined)
  const facts = [
    body.stop === undefined || body.stop === null
      ? sayWhen(body.start, language, say)
      : `${sayWhen(body.start, language, say)} – ${sayWhen(body.stop, language, say)}`,
    body.line ? say('course.line', { line: body.line }) : undefined,
    body.note ?? undefined,
    from,
  ].filter((part) => part !== undefined && part !== '')
  return (
    <div className="row row-course" id={`row-${id}`} ref={place} data-lit={lit || undefined}>
      <div className="row-words">
        <button type="button" className="row-name" aria-expanded={open} onClick={() => toggleRow(id)}>
          <span>{name === '' ? say('course.unnamed') : name}</span>
        </button>
        <span className="row-fact">{facts.join(' · ')}</span>
        {problems === '' ? null : (
          <span className="row-problem row-fact ink-clash" role="alert">
            {problems}
          </span>
        )}
      </div>
      <span className="row-state">
        <StateWord name={response === undefined ? 'open' : 'present'}>
          {response === undefined ? say('course.response-open') : say(`response.${response}`)}
        </StateWord>
      </span>
      <div className="row-control no-print">
        <button type="button" className="row-enter" aria-expanded={open} onClick={() => toggleRow(id)}>
          {say('value.change')}
        </button>
      </div>
      {open ? (
        <CourseEditor
          item={item}
          labels={[...vocabularyOf(engine).labels].map(
            (value) => [value, labelWord(value, (of) => valueWord(engine, 'treated-as', of))] as const,
          )}
          onRemove={() => store.edit((sheet) => removeEntries(sheet, new Set([item.id])))}
        />
      ) : null}
    </div>
  )
}

function labelWord(label: string, word: (label: string) => string): string {
  return label === POEMS_LABEL ? 'POEMS' : lower(word(label))
}

function isOfCourse(engine: Engine, key: string): boolean {
  return key === TREATED_AS || vocabularyOf(engine).treatments.has(key)
}
