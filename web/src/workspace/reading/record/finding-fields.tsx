import type { ReactNode } from 'react'
import { valueWord } from '../../../../../src/core/index.ts'
import en from '../../../../words/en/record.json'
import { useCase, useTable } from '../../../state/context.ts'
import { changeEntry, removeEntries } from '../../../state/sheet.ts'
import { useWords } from '../../../words/words.ts'
import { Field, Pick, WhenField } from './field.tsx'
import type { EntryView } from './row-view.ts'

const STATUSES = ['present', 'absent', 'equivocal'] as const
const TEXTS = ['method', 'site', 'author', 'explainedBy', 'note'] as const

interface Props {
  readonly view: EntryView
  readonly kind: 'finding' | 'choice' | 'measurement'
  readonly first: boolean
}

/** The fields of one dated finding or choice. */
export function FindingFields({ view, kind, first }: Props) {
  const say = useWords('record', en)
  const { store } = useTable()
  const engine = useCase((state) => state.engine)
  const { id, body } = view.entry
  const change = (fields: Partial<typeof body>) => store.edit((sheet) => changeEntry(sheet, 'findings', id, fields))
  const value = 'value' in body && typeof body.value === 'string' ? body.value : ''
  const status = 'status' in body ? (body.status ?? '') : ''
  return (
    <div className="editor-fields">
      {kind === 'choice' ? (
        <Pick
          label={say('field.value')}
          first={first}
          value={value}
          options={[
            ['', say('state.open')],
            ...(engine.knowledge.findings[body.key]?.values ?? []).map(
              (option) => [option, valueWord(engine, body.key, option)] as const,
            ),
          ]}
          onPick={(text) => change({ value: text === '' ? null : text })}
        />
      ) : (
        <Pick
          label={say('field.status')}
          first={first}
          value={status}
          options={STATUSES.map((name) => [name, say(`status.${name}`)] as const)}
          onPick={(text) => {
            const chosen = STATUSES.find((name) => name === text)
            if (chosen) change({ status: chosen })
          }}
        />
      )}
      <WhenField label={say('field.when')} value={body.when} onCommit={(when) => change({ when })} />
      <RemoveFact id={id} />
      <MoreFields>
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

/** Takes one fact out of the record. */
export function RemoveFact({ id }: { readonly id: string }) {
  const say = useWords('record', en)
  const { store } = useTable()
  return (
    <button
      type="button"
      className="button plain editor-remove"
      onClick={() => store.edit((sheet) => removeEntries(sheet, new Set([id])))}
    >
      {say('remove')}
    </button>
  )
}

/** Fields that few facts need, one step away. */
export function MoreFields({ children }: { readonly children: ReactNode }) {
  const say = useWords('record', en)
  return (
    <details className="editor-more">
      <summary>{say('editor.more')}</summary>
      <div className="editor-fields">{children}</div>
    </details>
  )
}
