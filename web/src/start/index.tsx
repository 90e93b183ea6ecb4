import { use } from 'react'
import { useLocation } from 'wouter'
import en from '../../words/en/cases.json'
import { useTitle } from '../frame/title.ts'
import { loadCasesList } from '../knowledge/knowledge.ts'
import { ChooseFile } from '../open/choose.tsx'
import { Section } from '../parts/section.tsx'
import { useTable } from '../state/context.ts'
import { emptySheet } from '../state/sheet.ts'
import { useWords } from '../words/words.ts'
import './start.css'

/** So many published cases stand on the start page; the rest are one step further. */
const SHOWN = 6

/** The first page: what this is, three ways in, and published cases to try it on. */
export default function Start() {
  const say = useWords('cases', en)
  const { store } = useTable()
  const [, go] = useLocation()
  useTitle(say('start.title'))
  const cases = use(loadCasesList())
  const published = cases.filter(({ kind, id }) => kind === 'published' && id.startsWith('poems'))
  const told = published.filter(({ title }) => !title.startsWith('['))
  return (
    <div className="start">
      <section className="start-say">
        <h1>{say('start.title')}</h1>
        <p>{say('start.lead')}</p>
      </section>
      <div className="start-ways">
        <section aria-labelledby="start-professional">
          <h2 className="section-head" id="start-professional">
            {say('for-professionals')}
          </h2>
          <ul className="start-list">
            <li>
              <button
                type="button"
                className="start-way"
                onClick={() => {
                  store.open({ id: 'new', name: '', sheet: emptySheet('new') })
                  go('/workspace/reading')
                }}
              >
                {say('start.new')}
              </button>
              <span>{say('start.new.why')}</span>
            </li>
            <li>
              <ChooseFile className="start-way">{say('start.file')}</ChooseFile>
              <span>
                {say('start.file.why')} <a href="#/workspace/cases">{say('start.paste')}</a>
              </span>
            </li>
          </ul>
          <h2 className="section-head" id="start-people">
            {say('for-people')}
          </h2>
          <ul className="start-list">
            <li>
              <a className="start-way" href="#/companion">
                {say('start.person')}
              </a>
              <span>{say('start.person.why')}</span>
            </li>
          </ul>
          <h2 className="section-head">{say('for-everyone')}</h2>
          <ul className="start-list">
            <li>
              <a className="start-way" href="#/library">
                {say('start.look-up')}
              </a>
              <span>{say('start.look-up.why')}</span>
            </li>
          </ul>
        </section>
        <Section className="start-cases" title={say('start.published')} aside={say('start.published.aside')}>
          <ul>
            {told.slice(0, SHOWN).map(({ id, title, age, sex }) => (
              <li key={id}>
                <a href={`#/workspace/case/${id}`}>{title}</a>
                <span className="small quiet">{personWords({ age, sex })}</span>
              </li>
            ))}
          </ul>
          <p>
            <a href="#/workspace/cases">{say('start.all', { count: published.length })}</a>
          </p>
        </Section>
      </div>
    </div>
  )
}

/** Who it is about, as far as the case says: "man, 52" is enough to choose by. */
function personWords({ age, sex }: { readonly age?: number | null; readonly sex?: string | null }): string {
  return [sex ?? '', age ?? ''].filter((part) => part !== '').join(', ')
}
