import { parseDay } from '../../../../../src/core/index.ts'
import en from '../../../../words/en/record.json'
import { useCase, useTable } from '../../../state/context.ts'
import type { Head } from '../../../state/sheet.ts'
import { useWords } from '../../../words/words.ts'
import { sayProblem } from './fact-line.tsx'
import { Field, readNumber } from './field.tsx'

const SEXES = ['male', 'female'] as const

/** Sex, age or birth date, and the day from which months count. */
export function Person() {
  const say = useWords('record', en)
  const { store } = useTable()
  const head = useCase((state) => state.case.sheet.head)
  const lit = useCase((state) => state.lit?.key === 'sex' || state.lit?.key === 'age')
  const problems = useCase(({ reading }) =>
    reading.problems
      .filter(({ at }) => /#\/(sex|age|birthDate|presentation)\b/.test(at))
      .map((problem) => sayProblem(problem, say))
      .join(' '),
  )
  const change = (fields: Partial<Head>) => store.edit((sheet) => ({ ...sheet, head: { ...sheet.head, ...fields } }))
  const date = (name: 'birthDate' | 'presentation') => (
    <Field
      label={say(`person.${name}`)}
      width="date"
      value={head[name] ?? ''}
      placeholder={say('date.form')}
      refuse={(text) => (parseDay(text) === undefined ? say('date.refused', { text }) : undefined)}
      onCommit={(text) => change({ [name]: text === '' ? undefined : text })}
    />
  )
  return (
    <section className="record-group person" id="record-person" data-lit={lit || undefined}>
      <h2 className="record-head" tabIndex={-1}>
        {say('person')}
      </h2>
      <div className="person-fields">
        <fieldset className="person-sex" id="row-sex">
          <legend>{say('person.sex')}</legend>
          {[...SEXES, undefined].map((sex) => (
            <label key={sex ?? 'open'}>
              <input
                type="radio"
                name="person-sex"
                checked={(head.sex ?? undefined) === sex}
                onChange={() => change({ sex })}
              />
              {say(`sex.${sex ?? 'open'}`)}
            </label>
          ))}
        </fieldset>
        <span id="row-age">
          <Field
            label={say('person.age')}
            inputMode="decimal"
            value={head.age === undefined || head.age === null ? '' : String(head.age)}
            refuse={(text) => (readNumber(text) === undefined ? say('number.refused', { text }) : undefined)}
            onCommit={(text) => change({ age: text === '' ? undefined : readNumber(text) })}
          />
        </span>
        {date('birthDate')}
        {date('presentation')}
      </div>
      {problems === '' ? null : (
        <p className="row-problem ink-clash" role="alert">
          {problems}
        </p>
      )}
    </section>
  )
}
