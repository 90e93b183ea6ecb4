import { useId, useMemo } from 'react'
import { Words } from '../../../../src/documents/words.ts'
import en from '../../../words/en/companion.json'
import { useTitle } from '../../frame/title.ts'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'
import { Part, type RoomProps } from '../guide/guide.tsx'
import { keep, useMine } from '../state/mine.ts'
import { isBlank } from '../state/person.ts'
import { NotesFile } from './file.tsx'
import { Results } from './results.tsx'
import { ToldDay } from './told-day.tsx'
import { Treatments } from './treatments.tsx'
import { Wipe } from './wipe.tsx'
import './notes.css'

const FROM = ['own', 'workspace'] as const

/** The person's own notes: results and treatments by hand or from a file, kept on this device until they are wiped. */
export default function Notes({ file, stage }: RoomProps) {
  const say = useWords('companion', en)
  useTitle(say('notes'))
  const words = useMemo(() => new Words(file), [file])
  const { from } = useMine(({ kept }) => kept)
  const refused = useMine((mine) => mine.refused)
  const open = useCase(({ reading }) => !isBlank(reading.sheet))
  const id = useId()
  return (
    <div className="co-in co-only">
      <h1 id="companion-title" tabIndex={-1}>
        {say('notes')}
      </h1>
      <p className="co-lead">{say('notes.lead')}</p>
      <p className="co-note">{say(refused ? 'notes.refused' : 'notes.device')}</p>
      {open || from === 'workspace' ? (
        <fieldset className="co-radios">
          <legend>{say('notes.from')}</legend>
          {FROM.map((whose) => (
            <label key={whose}>
              <input type="radio" name={id} checked={from === whose} onChange={() => keep(() => ({ from: whose }))} />
              {say(`notes.from.${whose}`)}
            </label>
          ))}
        </fieldset>
      ) : null}
      <p className="co-actions">
        <a className="co-button" href={`#/companion/${stage}/values`}>
          {say('back')}
        </a>
      </p>
      <Part id="results" title={say('notes.values')}>
        <Results words={words} />
      </Part>
      <Part id="treatments" title={say('treatments')}>
        <p>{say('treatments.note')}</p>
        <ToldDay />
        <Treatments words={words} />
      </Part>
      <Part id="file" title={say('file')}>
        <NotesFile />
      </Part>
      <Part id="wipe" title={say('wipe')}>
        <Wipe />
      </Part>
    </div>
  )
}
