import { useId } from 'react'
import { vocabularyOf } from '../../../../../src/adapters/vocabulary.ts'
import en from '../../../../words/en/record.json'
import { useCase, useTable } from '../../../state/context.ts'
import type { Entry } from '../../../state/sheet.ts'
import { useWords } from '../../../words/words.ts'
import { type CourseItem, changeCourse } from './course-list.ts'
import { Field, Pick, readNumber, WhenField } from './field.tsx'
import { nameOf } from './names.ts'

const RESPONSES = ['none', 'partial', 'good', 'worse'] as const

interface Props {
  readonly item: CourseItem
  readonly labels: readonly (readonly [string, string])[]
  readonly onRemove: () => void
}

/** The fields of a course of treatment. */
export function CourseEditor({ item, labels, onRemove }: Props) {
  const say = useWords('record', en)
  const { store, words } = useTable()
  const engine = useCase((state) => state.engine)
  const id = useId()
  const { body } = item
  const given = body.with ?? []
  const change = (fields: Partial<Entry<'courses'>['body']>) => store.edit((sheet) => changeCourse(sheet, item, fields))
  return (
    <fieldset className="editor no-print" aria-label={say('courses')}>
      <div className="editor-fields">
        <Pick
          label={say('course.for')}
          width="long"
          first
          value={body.for ?? ''}
          options={[['', say('state.open')], ...labels]}
          onPick={(label) => change({ for: label === '' ? undefined : label })}
        />
        <WhenField label={say('course.start')} value={body.start} onCommit={(start) => change({ start })} />
        <WhenField label={say('course.stop')} value={body.stop} onCommit={(stop) => change({ stop })} />
        <Pick
          label={say('course.response')}
          value={body.response ?? ''}
          options={[['', say('state.open')], ...RESPONSES.map((name) => [name, say(`response.${name}`)] as const)]}
          onPick={(text) => change({ response: RESPONSES.find((name) => name === text) })}
        />
        <Field
          label={say('course.line-of')}
          inputMode="decimal"
          value={body.line ? String(body.line) : ''}
          refuse={(text) => (/^[1-9]\d?$/.test(text) ? undefined : say('number.refused', { text }))}
          onCommit={(text) => change({ line: text === '' ? undefined : readNumber(text) })}
        />
        <Field
          label={say('field.note')}
          width="long"
          value={body.note ?? ''}
          onCommit={(text) => change({ note: text === '' ? undefined : text })}
        />
      </div>
      <fieldset className="course-with">
        <legend>{say('course.with')}</legend>
        {[...vocabularyOf(engine).treatments].map((key) => (
          <label key={key} htmlFor={`${id}${key}`}>
            <input
              id={`${id}${key}`}
              type="checkbox"
              checked={given.includes(key)}
              onChange={({ target }) =>
                change({ with: target.checked ? [...given, key] : given.filter((other) => other !== key) })
              }
            />
            {nameOf(engine, words, key)}
          </label>
        ))}
      </fieldset>
      <button type="button" className="button plain editor-remove" onClick={onRemove}>
        {say('remove')}
      </button>
    </fieldset>
  )
}
