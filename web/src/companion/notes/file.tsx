import { useState } from 'react'
import en from '../../../words/en/companion.json'
import { loadCodes } from '../../knowledge/knowledge.ts'
import type { Person } from '../../open/messages.ts'
import { personOf, readInput } from '../../open/read.ts'
import { save } from '../../parts/save.ts'
import { useCase, useTable } from '../../state/context.ts'
import { recordOf, type Sheet, sheetOf } from '../../state/sheet.ts'
import { useWords } from '../../words/words.ts'
import { editNotes, useMine } from '../state/mine.ts'
import { isBlank } from '../state/person.ts'

type Step =
  | { readonly kind: 'idle' }
  | { readonly kind: 'bad' }
  | { readonly kind: 'many'; readonly persons: readonly Person[] }
  | { readonly kind: 'ask'; readonly read: Sheet }
  | { readonly kind: 'done' }

/** The notes as a file, and a file into the notes. Nothing leaves the device but by the person's own hand. */
export function NotesFile() {
  const say = useWords('companion', en)
  const { words } = useTable()
  const engine = useCase((state) => state.engine)
  const today = useCase((state) => state.today)
  const sheet = useMine(({ kept }) => kept.sheet)
  const [step, go] = useState<Step>({ kind: 'idle' })
  const [places, setPlaces] = useState<readonly string[]>([])

  async function open(file: File | undefined): Promise<void> {
    if (!file) return
    // Codes are fetched only for a file that may hold some.
    const knowing = { engine, words, codes: await loadCodes() }
    const { items } = await readInput({ name: file.name, file }, knowing, false)
    setPlaces([...new Set(items.flatMap(({ problems }) => problems.map(({ at, what }) => `${at}: ${what}`)))])
    const persons = items.flatMap((item) => personOf(item, engine, today) ?? [])
    const [first] = persons
    if (!first) go({ kind: 'bad' })
    else if (persons.length > 1) go({ kind: 'many', persons })
    else choose(first)
  }

  function choose({ record, places }: Person): void {
    const read = sheetOf(record, places)
    if (isBlank(read)) go({ kind: 'bad' })
    else if (isBlank(sheet)) put(read)
    else go({ kind: 'ask', read })
  }

  function put(read: Sheet, onTop = false): void {
    editNotes((own) => ({ ...(onTop ? joined(own, read) : read), head: { ...read.head, ...own.head } }))
    go({ kind: 'done' })
  }

  return (
    <>
      <p>{say('file.note')}</p>
      <p className="co-actions">
        <button
          type="button"
          className="co-button"
          disabled={isBlank(sheet)}
          onClick={() => save('my-notes.json', 'application/json', `${JSON.stringify(recordOf(sheet), null, 2)}\n`)}
        >
          {say('file.save')}
        </button>
        <label className="co-button">
          {say('file.open')}
          <input
            type="file"
            className="hidden"
            accept=".json,.ndjson,.yaml,.yml,.gz"
            onChange={({ target }) => {
              open(target.files?.[0])
              target.value = ''
            }}
          />
        </label>
      </p>
      <p className="co-aside">{say('file.open.note')}</p>
      <div role="status">
        {step.kind === 'bad' ? <p className="co-wrong">{say('file.bad')}</p> : null}
        {step.kind === 'done' ? <p>{say('file.done')}</p> : null}
        {step.kind === 'many' ? (
          <>
            <p>{say('file.many')}</p>
            <p className="co-actions">
              {step.persons.map((person) => (
                <button key={person.input} type="button" className="co-button" onClick={() => choose(person)}>
                  {person.id}
                </button>
              ))}
            </p>
          </>
        ) : null}
        {step.kind === 'ask' ? (
          <>
            <p>{say('file.have')}</p>
            <p className="co-actions">
              <button type="button" className="co-button" onClick={() => put(step.read)}>
                {say('file.replace')}
              </button>
              <button type="button" className="co-button" onClick={() => put(step.read, true)}>
                {say('file.join')}
              </button>
              <button type="button" className="co-button" onClick={() => go({ kind: 'idle' })}>
                {say('file.leave')}
              </button>
            </p>
          </>
        ) : null}
      </div>
      {places.length > 0 && step.kind !== 'bad' ? (
        <>
          <p className="co-wrong">{say('file.part', { count: places.length })}</p>
          <details className="co-places">
            <summary>{say('file.part.show')}</summary>
            <ul>
              {places.map((place) => (
                <li key={place} lang="en">
                  {place}
                </li>
              ))}
            </ul>
          </details>
        </>
      ) : null}
    </>
  )
}

function joined(own: Sheet, read: Sheet): Sheet {
  return {
    head: own.head,
    findings: [...own.findings, ...read.findings],
    measurements: [...own.measurements, ...read.measurements],
    courses: [...own.courses, ...read.courses],
    treatedAs: [...own.treatedAs, ...read.treatedAs],
    treatments: [...own.treatments, ...read.treatments],
    complete: [...own.complete, ...read.complete],
  }
}
