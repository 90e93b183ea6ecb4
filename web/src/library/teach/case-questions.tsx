import { use, useMemo } from 'react'
import { useStore } from 'zustand'
import { Viewer } from '../../../../src/assess/index.ts'
import type { SampleCase } from '../../../../src/schema/index.ts'
import en from '../../../words/en/library.json'
import { loadCases } from '../../knowledge/knowledge.ts'
import { factLines } from '../../parts/fact-lines.ts'
import { Glyph, INK, StateWord } from '../../parts/glyph.tsx'
import { useTreeWords, whenWords } from '../../parts/tree-words.ts'
import { useCase } from '../../state/context.ts'
import { readSheet } from '../../state/reading.ts'
import { settings } from '../../state/settings.ts'
import { sheetOf } from '../../state/sheet.ts'
import { useWords } from '../../words/words.ts'
import { Ask } from './ask.tsx'

const VERDICTS = ['met', 'not-met', 'undetermined'] as const

/** Teaching cases as questions: the facts, what the default set says of them, and what would settle it. */
export function CaseQuestions({ chosen }: { readonly chosen: string }) {
  const say = useWords('library', en)
  const cases = use(loadCases()).filter(({ kind }) => kind === 'teaching')
  const sample = cases.find(({ id }) => id === chosen)
  return (
    <>
      {sample ? <CaseQuestion key={sample.id} sample={sample} /> : null}
      <section className="lib-part">
        <h2>{say('teaching.all-cases')}</h2>
        <ul className="lib-entries">
          {cases.map(({ id, title }) => (
            <li key={id}>
              <a href={`#/library/cases/${id}`} lang="en" aria-current={id === chosen ? 'true' : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function CaseQuestion({ sample }: { readonly sample: SampleCase }) {
  const say = useWords('library', en)
  const sayTime = useTreeWords()
  const language = useStore(settings, (state) => state.language)
  const engine = useCase((state) => state.engine)
  const today = useCase((state) => state.today)
  const { id, title, record } = sample
  const reading = useMemo(() => readSheet(engine, sheetOf(record), { today }), [engine, record, today])
  const { assessment, prepared } = reading
  const { conclusion } = assessment
  const set = assessment.criteria.find((one) => one.id === conclusion.criteria)
  const name = engine.knowledge.rules[conclusion.criteria]?.short ?? conclusion.criteria
  const viewer = new Viewer(prepared)
  // Age and sex stand above the facts.
  const told = reading.record.facts.filter(({ key }) => key !== 'age' && key !== 'sex')
  const facts = factLines(told.map((fact) => viewer.fact(fact)))
  return (
    <section className="lib-part lib-case">
      <h2 lang="en">{title}</h2>
      <p className="small quiet">{say('case.person', { age: record.age ?? 'none', sex: record.sex ?? 'none' })}</p>
      <ul className="lib-facts" lang="en">
        {facts.map(({ key, glyph, text, dates }) => (
          <li key={key}>
            <Glyph name={glyph} className={INK[glyph]} /> {text}
            <span className="quiet">, {dates.map((date) => whenWords(date, sayTime, language)).join(', ')}</span>
          </li>
        ))}
      </ul>
      <h3>{say('case.verdict', { set: name })}</h3>
      <Ask
        choices={VERDICTS.map((verdict) => say(`verdict.${verdict}`))}
        answer={
          <StateWord name={conclusion.value}>
            {[say(`verdict.${conclusion.value}`), conclusion.grade].filter((word) => word !== undefined).join(', ')}
          </StateWord>
        }
      >
        <p lang="en">{conclusion.statement}</p>
        <p>
          <a href={`#/workspace/case/${id}`}>{say('case.open')}</a>
        </p>
      </Ask>
      {set && set.missing.length > 0 ? (
        <>
          <h3>{say('case.settle')}</h3>
          <Ask choices={[]} answer={say('case.settle.order')}>
            <ol className="lib-settle" lang="en">
              {set.missing.map(({ label, question, test, key, ask }) => (
                <li key={key ?? ask ?? label}>
                  {test === undefined ? label : <a href={`#/library/tests/${test}`}>{label}</a>}
                  {question === undefined ? null : <small>{question}</small>}
                </li>
              ))}
            </ol>
          </Ask>
        </>
      ) : null}
    </section>
  )
}
