import { useId, useState } from 'react'
import en from '../../../words/en/cases.json'
import { ChooseFile } from '../../open/choose.tsx'
import { openInputs } from '../../open/opened.ts'
import { Section } from '../../parts/section.tsx'
import { useWords } from '../../words/words.ts'

/** Opens files, or the text of a record. */
export function Paste() {
  const say = useWords('cases', en)
  const [text, setText] = useState('')
  const id = useId()
  return (
    <Section title={say('open.title')}>
      <p className="quiet cases-row">{say('start.file.why')}</p>
      <p className="cases-row">
        <ChooseFile>{say('start.file')}</ChooseFile>
      </p>
      <label htmlFor={id} className="cases-label">
        {say('paste.label')}
      </label>
      <textarea id={id} rows={5} value={text} spellCheck={false} onChange={({ target }) => setText(target.value)} />
      <p className="cases-row">
        <button
          type="button"
          className="button"
          disabled={text.trim() === ''}
          onClick={() => openInputs([{ name: say('paste.name'), text }])}
        >
          {say('paste.read')}
        </button>
      </p>
    </Section>
  )
}
