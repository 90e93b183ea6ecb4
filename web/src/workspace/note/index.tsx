import { use, useState } from 'react'
import { useStore } from 'zustand'
import { NOTE_LENGTHS, type NoteLength, note } from '../../../../src/documents/note.ts'
import { markdown } from '../../../../src/documents/views/markdown.ts'
import { plainText } from '../../../../src/documents/views/text.ts'
import en from '../../../words/en/note.json'
import { loadGuide } from '../../knowledge/knowledge.ts'
import { DocumentView } from '../../parts/blocks.tsx'
import { save } from '../../parts/save.ts'
import { Section } from '../../parts/section.tsx'
import { Sure } from '../../parts/sure.tsx'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'
import { changeDraft, draftId, drafts, dropDraft } from './drafts.ts'
import './note.css'

/** A note to paste: it follows the record until its user changes it, and then stays until it is written anew. */
export default function Note() {
  const say = useWords('note', en)
  const guide = use(loadGuide())
  const reading = useCase((state) => state.reading)
  const { knowledge } = useCase(({ engine }) => engine)
  const caseId = useCase((state) => state.case.id)
  const [length, setLength] = useState<NoteLength>('short')
  const [copied, setCopied] = useState<'copied' | 'copy.failed'>()
  const id = draftId(caseId, length)
  const draft = useStore(drafts, (all) => all[id])
  const document = note(guide, reading, knowledge, length)
  const written = plainText(document)
  const text = draft?.text ?? written
  const name = `note-${reading.record.id.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-') || 'record'}`
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('copied'),
      () => setCopied('copy.failed'),
    )
  return (
    <div className="leaf-page note">
      <h1 className="no-print">{say('title')}</h1>
      <p className="lead no-print">{say('lead')}</p>
      <fieldset className="note-length no-print">
        <legend>{say('length')}</legend>
        {NOTE_LENGTHS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="note-length"
              checked={length === one}
              onChange={() => {
                setLength(one)
                setCopied(undefined)
              }}
            />
            <span>
              {say(`length.${one}`)} <span className="quiet">{say(`length.${one}.why`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label className="note-label no-print" htmlFor="note-text">
        {say('text')}
      </label>
      <textarea
        id="note-text"
        className="note-text no-print"
        aria-describedby="note-state"
        value={text}
        rows={Math.min(40, Math.max(14, text.split('\n').length + 4))}
        onChange={(event) => {
          changeDraft(id, event.target.value, written)
          setCopied(undefined)
        }}
      />
      <p id="note-state" className="note-state no-print">
        {draft === undefined ? say('fresh') : say(draft.from === written ? 'edited' : 'edited.behind')}
      </p>
      <div className="note-choices no-print">
        <button type="button" className="button ink" onClick={copy}>
          {say('copy')}
        </button>
        <button type="button" className="button" onClick={() => save(`${name}.txt`, 'text/plain', text)}>
          {say('save.txt')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => save(`${name}.md`, 'text/markdown', draft === undefined ? markdown(document) : text)}
        >
          {say('save.md')}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          {say('print')}
        </button>
        {draft === undefined ? null : (
          <Sure
            label={say('anew')}
            question={say('anew.sure')}
            yes={say('anew')}
            no={say('anew.no')}
            onYes={() => dropDraft(id)}
          />
        )}
        <span role="status" className="quiet">
          {copied === undefined ? '' : say(copied)}
        </span>
      </div>
      <p className="note-kept no-print">{say('kept')}</p>
      {draft === undefined ? (
        <Section title={say('preview')} id="note-paper" className="note-paper">
          <DocumentView of={document} />
        </Section>
      ) : (
        // What is printed is what its user wrote.
        <pre className="note-print print-only">{text}</pre>
      )}
    </div>
  )
}
