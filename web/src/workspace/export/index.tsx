import { use, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import en from '../../../words/en/export.json'
import { loadCodes } from '../../knowledge/knowledge.ts'
import { save } from '../../parts/save.ts'
import { Section } from '../../parts/section.tsx'
import { useCase } from '../../state/context.ts'
import { recordOf } from '../../state/sheet.ts'
import { useWords } from '../../words/words.ts'
import { FormatRow } from './format-row.tsx'
import { exportAs, FORMATS } from './formats.ts'
import './export.css'

/** The record and its assessment as files, and the reading on paper. */
export default function Export() {
  const say = useWords('export', en)
  const reading = useCase((state) => state.reading)
  const engine = useCase((state) => state.engine)
  const codes = use(loadCodes())
  const [, go] = useLocation()
  const [created] = useState(() => `${new Date().toISOString().slice(0, 19)}Z`)
  const exported = useMemo(() => {
    const { record, assessment, sheet } = reading
    const exporting = { authored: recordOf(sheet), record, assessment, engine, codes, created }
    return FORMATS.map((format) => ({ format, file: exportAs(format, exporting) }))
  }, [reading, engine, codes, created])
  return (
    <div className="leaf-page">
      <h1>{say('title')}</h1>
      <p className="lead">{say('lead')}</p>
      <Section title={say('files')}>
        <ul className="export-list">
          {exported.map(({ format, file }) => (
            <FormatRow key={format} format={format} file={file} onSave={() => save(file.name, file.type, file.text)} />
          ))}
        </ul>
        <p className="export-back">
          {say('read-back.why')} <code>node bin/scansion.js assess {exported[0]?.file.name}</code>
        </p>
      </Section>
      <Section title={say('print')}>
        <p className="export-print">{say('print.why')}</p>
        <button
          type="button"
          className="button ink"
          onClick={() => {
            go('/workspace/reading')
            // The reading must be drawn before it is printed.
            requestAnimationFrame(() => requestAnimationFrame(() => print()))
          }}
        >
          {say('print.reading')}
        </button>
      </Section>
    </div>
  )
}
