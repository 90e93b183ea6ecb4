import en from '../../../../words/en/record.json'
import { useTable } from '../../../state/context.ts'
import { addEntry } from '../../../state/sheet.ts'
import { useWords } from '../../../words/words.ts'
import { useDesk } from './desk.ts'
import { dayOf } from './entry-day.ts'
import { FindingFields } from './finding-fields.tsx'
import { MeasurementDraft } from './measurement-draft.tsx'
import { MeasurementFields } from './measurement-fields.tsx'
import type { RowView } from './row-view.ts'

interface Props {
  readonly row: RowView
  readonly kind: 'finding' | 'choice' | 'measurement'
  readonly name: string
}

/** All that is recorded under a key, in the order of time, each fact with its fields; and room for another. */
export function Editor({ row, kind, name }: Props) {
  const say = useWords('record', en)
  const { store, words } = useTable()
  const draft = useDesk((state) => state.drafts.get(row.key))
  const { key, entries } = row
  const plain = words.findings[key]?.plain
  return (
    <fieldset className="editor no-print" aria-label={say('editor', { name })}>
      {plain === undefined ? null : <p className="editor-plain">{plain}</p>}
      {entries.length === 0 ? null : (
        <ol className="editor-facts">
          {entries.map((view, index) => (
            <li key={view.entry.id}>
              {view.list === 'measurements' ? (
                <MeasurementFields view={view} first={draft === undefined && index === entries.length - 1} />
              ) : (
                <FindingFields view={view} kind={kind} first={index === entries.length - 1} />
              )}
            </li>
          ))}
        </ol>
      )}
      {kind === 'measurement' ? (
        <MeasurementDraft
          key={JSON.stringify(draft)}
          id={key}
          first={entries.length === 0 || draft !== undefined}
          {...(draft && { draft })}
        />
      ) : (
        <button
          type="button"
          className="button plain"
          data-first={entries.length === 0 || undefined}
          onClick={() =>
            store.edit((sheet) =>
              addEntry(sheet, 'findings', {
                key,
                when: dayOf(store.getState()),
                ...(kind === 'finding' ? { status: 'present' as const } : { value: null }),
              }),
            )
          }
        >
          {say(entries.length === 0 ? 'add.first' : 'add.another')}
        </button>
      )}
    </fieldset>
  )
}
