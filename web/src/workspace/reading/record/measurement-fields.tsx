import en from '../../../../words/en/record.json'
import { useTable } from '../../../state/context.ts'
import { changeEntry, type Entry } from '../../../state/sheet.ts'
import { useWords } from '../../../words/words.ts'
import { Field, Pick, readNumber, WhenField } from './field.tsx'
import { MoreFields, RemoveFact } from './finding-fields.tsx'
import type { EntryView } from './row-view.ts'
import { UnitField } from './unit-field.tsx'

export const COMPARATORS = [
  ['', '='],
  ['<', '<'],
  ['<=', '≤'],
  ['>', '>'],
  ['>=', '≥'],
] as const
export type Comparator = Exclude<(typeof COMPARATORS)[number][0], ''>

export function comparatorOf(text: string): Comparator | undefined {
  return text === '<' || text === '<=' || text === '>' || text === '>=' ? text : undefined
}

const NUMBERS = ['value', 'referenceLow', 'referenceHigh'] as const
const TEXTS = ['assay', 'specimen', 'explainedBy', 'note'] as const
const QUALITIES = ['high', 'low', 'normal'] as const

/** The fields of one dated measurement, as it was printed. */
export function MeasurementFields({ view, first }: { readonly view: EntryView; readonly first: boolean }) {
  const say = useWords('record', en)
  const { store } = useTable()
  const { id } = view.entry
  const body: Entry<'measurements'>['body'] = measurementOf(view)
  const change = (fields: Partial<typeof body>) => store.edit((sheet) => changeEntry(sheet, 'measurements', id, fields))
  const number = (name: (typeof NUMBERS)[number]) => (
    <Field
      label={say(`field.${name}`)}
      inputMode="decimal"
      first={first && name === 'value'}
      value={body[name] === undefined || body[name] === null ? '' : String(body[name])}
      refuse={(text) => (readNumber(text) === undefined ? say('number.refused', { text }) : undefined)}
      onCommit={(text) => change({ [name]: text === '' ? undefined : readNumber(text) })}
    />
  )
  return (
    <div className="editor-fields">
      <Pick
        label={say('field.comparator')}
        width="sign"
        value={body.comparator ?? ''}
        options={COMPARATORS}
        onPick={(text) => change({ comparator: comparatorOf(text) })}
      />
      {number('value')}
      <UnitField
        id={body.key}
        value={body.unit ?? ''}
        onPick={(unit) => change({ unit: unit === '' ? undefined : unit })}
      />
      {number('referenceLow')}
      {number('referenceHigh')}
      <WhenField label={say('field.when')} value={body.when} onCommit={(when) => change({ when })} />
      <RemoveFact id={id} />
      <MoreFields>
        <Pick
          label={say('field.qualitative')}
          value={body.qualitative ?? ''}
          options={[['', say('state.open')], ...QUALITIES.map((name) => [name, say(`qualitative.${name}`)] as const)]}
          onPick={(text) => change({ qualitative: QUALITIES.find((name) => name === text) })}
        />
        {TEXTS.map((name) => (
          <Field
            key={name}
            label={say(`field.${name}`)}
            width="long"
            value={body[name] ?? ''}
            onCommit={(text) => change({ [name]: text === '' ? undefined : text })}
          />
        ))}
      </MoreFields>
    </div>
  )
}

/** The entry as a measurement; a finding in the wrong list shows the fields that the two have in common. */
function measurementOf({ entry: { body } }: EntryView): Entry<'measurements'>['body'] {
  if (!('status' in body) && (!('value' in body) || typeof body.value !== 'string')) {
    const { value, ...rest } = body
    return { ...rest, ...(typeof value === 'number' && { value }) }
  }
  const { key, when, note } = body
  return { key, when, note }
}
