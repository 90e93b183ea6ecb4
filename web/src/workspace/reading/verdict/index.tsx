import { useStore } from 'zustand'
import en from '../../../../words/en/verdict.json'
import { emphasised } from '../../../parts/emphasised.tsx'
import { english } from '../../../parts/english.tsx'
import { Glyph } from '../../../parts/glyph.tsx'
import { useLights } from '../../../parts/light.ts'
import { placeOf } from '../../../parts/tree-model.ts'
import { dateWords } from '../../../parts/tree-words.ts'
import { useCase, useTable } from '../../../state/context.ts'
import { settings } from '../../../state/settings.ts'
import { sayDate, useWords } from '../../../words/words.ts'
import { goToRow } from '../record/desk.ts'
import { dated } from './dated.ts'
import { GradeReasons } from './grade.tsx'
import { headlineOf, reasonsOf } from './headline.ts'
import { measuredIn, type Noun, nounsOf, type Part, partsOf } from './nouns.ts'
import { Problems } from './problems.tsx'
import { ReplayLine } from './replay-line.tsx'
import './verdict.css'

/** What the record adds up to, as a sentence with its grounds, what it does not mean, and the record over time. */
export function Verdict() {
  const say = useWords('verdict', en)
  const language = useStore(settings, (state) => state.language)
  const { assessment, record } = useCase(({ reading }) => reading)
  const { knowledge } = useCase(({ engine }) => engine)
  const { conclusion } = assessment
  const empty = record.facts.length === 0 && record.courses.length === 0
  const rule = knowledge.rules[conclusion.criteria]
  const headline = headlineOf(assessment, { empty, set: rule?.short ?? rule?.title ?? '' })
  const metOn = conclusion.metOn === undefined ? 'none' : dateWords(conclusion.metOn, language)
  const title =
    headline.id === undefined
      ? (headline.text ?? '')
      : say(headline.id, {
          ...headline.args,
          ...(headline.args.set === undefined ? {} : { set: english(headline.args.set) }),
          metOn,
        })
  return (
    <section className="verdict" aria-label={say('verdict')}>
      <Subject />
      <div aria-live="polite">
        <h1
          className={headline.id === undefined ? 'verdict-title is-long' : 'verdict-title'}
          lang={headline.id === undefined ? 'en' : undefined}
        >
          <Glyph name={headline.glyph} className={headline.ink} /> {emphasised(title)}
        </h1>
        {empty ? <Begin /> : <Facts />}
      </div>
      {empty ? null : <Meaning />}
      <Problems />
      {empty ? null : <ReplayLine />}
    </section>
  )
}

/** Whose record it is, in few words, and the day it is read on where that is not today. */
function Subject() {
  const say = useWords('verdict', en)
  const { store } = useTable()
  const language = useStore(settings, (state) => state.language)
  const origin = useCase((state) => state.case.origin)
  const subject = useCase(({ reading }) => reading.assessment.subject)
  const asOf = useCase((state) => state.asOf)
  const person = say('person', { sex: subject.sex ?? 'none', age: subject.age ?? 'none' })
  const from = origin === 'published' || origin === 'teaching' ? say(`origin.${origin}`) : origin
  const words = [from, person].filter((word) => word !== undefined && word !== '')
  return (
    <p className="verdict-subject">
      {words.join(' · ')}
      {asOf === undefined ? null : (
        <>
          {words.length > 0 ? ' · ' : ''}
          <b>{say('as-it-stood', { date: sayDate(asOf, language) })}</b>{' '}
          <button type="button" className="verdict-link no-print" onClick={() => store.readAsOf(undefined)}>
            {say('to-today')}
          </button>
        </>
      )}
    </p>
  )
}

function Begin() {
  const say = useWords('verdict', en)
  const [before = '', open = '', after = ''] = say('empty.begin').split(/<\/?open>/)
  return (
    <p className="verdict-facts">
      {before}
      <a href="#/">{open}</a>
      {after}
    </p>
  )
}

/** The sentence of facts: each noun leads to its fact. Then what limits the verdict and what comes next. */
function Facts() {
  const language = useStore(settings, (state) => state.language)
  const assessment = useCase(({ reading }) => reading.assessment)
  const { knowledge } = useCase(({ engine }) => engine)
  const { recorded, facts, factsText = '', then } = reasonsOf(assessment)
  const set = assessment.criteria.find(({ id }) => id === assessment.conclusion.criteria)
  const nouns = set ? nounsOf(set.tree, knowledge.rules) : []
  const known = { name: 'POEMS syndrome', keys: [knowledge.settings.knownDiagnosis], facts: [], holds: true }
  return (
    <>
      {facts || recorded ? (
        <p className="verdict-facts" lang="en">
          {recorded ? (
            <>
              <Words
                of={partsOf(dated(recorded.text, language), { ...recorded, args: { of: [known.name] } }, [known])}
              />{' '}
            </>
          ) : null}
          {facts ? <Words of={partsOf(dated(factsText, language), facts, nouns)} /> : null}
        </p>
      ) : null}
      {then.length > 0 ? (
        <ul className="verdict-then" lang="en">
          {then.map((sentence) => (
            <li key={sentence.id} data-next={NEXT.has(sentence.id) || undefined}>
              {dated(sentence.text, language)}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** What would settle it. */
const NEXT: ReadonlySet<string> = new Set(['conclusion.judge', 'conclusion.next', 'conclusion.firm'])

function Words({ of }: { readonly of: readonly Part[] }) {
  // A noun stands once in a sentence.
  return of.map((part) =>
    typeof part === 'string' ? part : <NounLink key={part.text} text={part.text} noun={part.noun} />,
  )
}

/** A row of the record has no address of its own: it is on the same page. */
const HERE = '#/workspace/reading'

function NounLink({ text, noun }: { readonly text: string; readonly noun: Noun }) {
  const { rules } = useCase(({ engine }) => engine.knowledge)
  const place = placeOf(noun)
  // Where nothing is stated the letter lights, and one goes to the first finding that would say it.
  const row = noun.facts.length > 0 ? place : (noun.keys.find((key) => rules[key] === undefined) ?? place)
  const lit = useCase((state) => state.lit?.key !== undefined && noun.keys.includes(state.lit.key))
  const value = measuredIn(noun)
  return (
    <>
      <a
        href={HERE}
        className="verdict-noun"
        data-lit={lit || undefined}
        onClick={(event) => {
          event.preventDefault()
          if (row !== undefined) goToRow(row)
        }}
        {...useLights(place)}
      >
        {text}
      </a>
      {value === undefined ? null : <span className="verdict-value"> ({value})</span>}
    </>
  )
}

/** What the verdict does not mean, and whose the grade is. */
function Meaning() {
  const say = useWords('verdict', en)
  const { value, grade, indication, recorded, sentences } = useCase(({ reading }) => reading.assessment.conclusion)
  // The knowledge says it itself where there is a reason to go on looking.
  const said = sentences.some(({ id }) => id === 'conclusion.not-excluded')
  const needed = (indication === true || recorded !== undefined) && !said
  return (
    <div className="verdict-meaning">
      {needed ? <p>{say(grade === 'weak' ? 'not.weak' : `not.${value}`)}</p> : null}
      {grade === undefined ? null : <GradeReasons />}
    </div>
  )
}
