import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import en from '../../../words/en/cases.json'
import { save } from '../../parts/save.ts'
import { Section } from '../../parts/section.tsx'
import { Sure } from '../../parts/sure.tsx'
import { useCase, useTable } from '../../state/context.ts'
import { openKept } from '../../state/keeping.ts'
import { followCases, forgetCase, type KeptCase, keptCases, wipeCases } from '../../state/kept.ts'
import { recordOf } from '../../state/sheet.ts'
import { sayDate, useWords } from '../../words/words.ts'

/** The cases kept on this device: open, forget, save to a file, wipe. */
export function KeptList() {
  const say = useWords('cases', en)
  const { store } = useTable()
  const [, go] = useLocation()
  const version = useCase((state) => state.case.version)
  const [cases, setCases] = useState<readonly KeptCase[]>([])
  const [failed, setFailed] = useState<string>()
  const [wiped, setWiped] = useState(false)
  const read = useCallback(() => {
    keptCases().then(
      (kept) => {
        setCases(kept)
        setFailed(undefined)
      },
      (error: unknown) => setFailed(error instanceof Error ? error.message : String(error)),
    )
  }, [])
  // Read again when this tab has kept a version, and when another tab says so.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is the sign that there is something new
  useEffect(read, [read, version])
  useEffect(() => followCases(read), [read])
  const forget = async (id: string) => {
    await forgetCase(id)
    if (store.getState().case.id === id) store.keptAs(undefined)
    read()
  }
  const wipe = async () => {
    await wipeCases()
    store.keptAs(undefined)
    setWiped(true)
    read()
  }
  return (
    <Section title={say('kept.title')}>
      <p className="small quiet cases-row">{say('kept.note')}</p>
      {failed === undefined ? null : (
        <p role="alert" className="ink-clash">
          {say('kept.failed', { why: failed })}
        </p>
      )}
      {cases.length === 0 ? (
        <p role="status">{say(wiped ? 'kept.wiped' : 'kept.none')}</p>
      ) : (
        <ul className="cases-kept">
          {cases.map(({ id, name, changed }) => (
            <li key={id}>
              <span className="cases-name">{name}</span>
              <span className="small quiet">{sayDate(changed.slice(0, 10), 'en')}</span>
              <button
                type="button"
                className="button"
                onClick={async () => {
                  if (await openKept(store, id)) go('/workspace/reading')
                  else read()
                }}
              >
                {say('kept.open')}
                <span className="hidden"> {name}</span>
              </button>
              <Sure
                label={say('kept.forget')}
                of={name}
                question={say('kept.forget.sure', { name })}
                yes={say('yes.forget')}
                no={say('cancel')}
                onYes={() => forget(id)}
              />
            </li>
          ))}
        </ul>
      )}
      {cases.length === 0 ? null : (
        <p className="cases-row">
          <button
            type="button"
            className="button"
            onClick={() => save('scansion-cases.json', 'application/json', file(cases))}
          >
            {say('kept.export')}
          </button>
          <Sure
            label={say('kept.wipe')}
            question={say('kept.wipe.sure', { count: cases.length })}
            yes={say('yes.wipe')}
            no={say('cancel')}
            onYes={wipe}
          />
        </p>
      )}
      <p className="small quiet">{say('kept.import.note')}</p>
    </Section>
  )
}

/** The kept cases as a list of records, which the readers of this page and of the command line take. */
function file(cases: readonly KeptCase[]): string {
  return `${JSON.stringify(
    cases.map(({ name, sheet }) => ({ ...recordOf(sheet), title: name })),
    null,
    1,
  )}\n`
}
