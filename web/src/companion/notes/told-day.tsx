import en from '../../../words/en/companion.json'
import { useCase } from '../../state/context.ts'
import { addEntry, changeEntry, removeEntries } from '../../state/sheet.ts'
import { useWords } from '../../words/words.ts'
import { editNotes, useMine } from '../state/mine.ts'
import { Field } from './field.tsx'

const KEY = 'poems-syndrome'

/** What the person was told, and on which day. It is what a doctor said; nothing here says it for them. */
export function ToldDay() {
  const say = useWords('companion', en)
  const today = useCase((state) => state.today)
  const told = useMine(({ kept }) =>
    kept.sheet.findings.find(({ body }) => body.key === KEY && body.status === 'present'),
  )
  const when = told?.body.when
  return (
    <div className="co-form">
      <label className="co-choice">
        <input
          type="checkbox"
          checked={told !== undefined}
          onChange={() =>
            editNotes((sheet) =>
              told
                ? removeEntries(sheet, new Set([told.id]))
                : addEntry(sheet, 'findings', { key: KEY, status: 'present' }),
            )
          }
        />
        {say('told')}
      </label>
      {told ? (
        <Field
          label={say('told.day')}
          note={say('told.day.note')}
          type="date"
          max={today}
          value={typeof when === 'string' ? when : ''}
          wrong={typeof when === 'string' && when > today ? say('form.wrong.future') : undefined}
          change={(day) =>
            editNotes((sheet) => changeEntry(sheet, 'findings', told.id, { when: day === '' ? null : day }))
          }
        />
      ) : null}
    </div>
  )
}
