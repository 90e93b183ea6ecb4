import { useState } from 'react'
import en from '../../../words/en/export.json'
import { useWords } from '../../words/words.ts'
import type { Exported, ExportFormat } from './formats.ts'

interface Props {
  readonly format: ExportFormat
  readonly file: Exported
  readonly onSave: () => void
}

/** One format: what it is, what it cannot carry, and ways to have it. */
export function FormatRow({ format, file, onSave }: Props) {
  const say = useWords('export', en)
  const [copied, setCopied] = useState<'copied' | 'copy.failed'>()
  const copy = () =>
    navigator.clipboard.writeText(file.text).then(
      () => setCopied('copied'),
      () => setCopied('copy.failed'),
    )
  const { losses } = file
  return (
    <li>
      <div className="export-head">
        <h3>{say(format)}</h3>
        <span className="export-file small quiet">{file.name}</span>
        <button type="button" className="button" onClick={onSave}>
          {say('save')}
          <span className="hidden"> {say(format)}</span>
        </button>
        <button type="button" className="button plain" onClick={copy}>
          {say('copy')}
          <span className="hidden"> {say(format)}</span>
        </button>
      </div>
      <p className="quiet">
        {say(`${format}.why`)} <span role="status">{copied === undefined ? '' : say(copied)}</span>
      </p>
      {losses.length === 0 ? null : (
        <details>
          <summary className="ink-open">{say('losses', { count: losses.length })}</summary>
          <ul className="problem-list">
            {losses.map(({ at, what }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two losses may be alike, and the list is never reordered
              <li key={`${index} ${at}`}>
                <code>{at}</code> <span lang="en">{what}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>{say('shown')}</summary>
        {/* The keyboard can scroll it. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled text must be reached by the keyboard */}
        <pre tabIndex={0}>{file.text}</pre>
      </details>
    </li>
  )
}
