import { useStore } from 'zustand'
import type { ComplicationView } from '../../../../src/schema/index.ts'
import en from '../../../words/en/treatment.json'
import { type GlyphName, StateWord } from '../../parts/glyph.tsx'
import { Section } from '../../parts/section.tsx'
import { Disagree, Facts, Statements } from '../../parts/statement.tsx'
import { useTreeWords, whenWords } from '../../parts/tree-words.ts'
import { Unfold } from '../../parts/unfold.tsx'
import { useCase } from '../../state/context.ts'
import { settings } from '../../state/settings.ts'
import { useWords } from '../../words/words.ts'

/** Complications: what is present or threatens, with how often, how it is looked for and what the works say to do. */
export function Complications() {
  const say = useWords('treatment', en)
  const complications = useCase(({ reading }) => reading.assessment.complications) ?? []
  if (complications.length === 0) return null
  const present = complications.filter(({ value }) => value === true)
  const rest = [
    ...complications.filter(({ value }) => value === 'unknown'),
    ...complications.filter(({ value }) => value === false),
  ]
  return (
    <Section title={say('complications')} id="treatment-complications">
      {present.map((item) => (
        <Complication key={item.id} of={item} />
      ))}
      {rest.length > 0 ? (
        <Unfold className="treatment-fold" summary={say('complications.rest', { count: rest.length })}>
          {() => rest.map((item) => <Complication key={item.id} of={item} />)}
        </Unfold>
      ) : null}
    </Section>
  )
}

function Complication({ of: item }: { readonly of: ComplicationView }) {
  const say = useWords('treatment', en)
  const tree = useTreeWords()
  const language = useStore(settings, (state) => state.language)
  const state = item.value === true ? 'present' : item.value === false ? 'absent' : 'open'
  const glyph: GlyphName = item.urgent ? 'flag' : state
  return (
    <article className="treatment-option">
      <div className="treatment-step-head">
        <h3 lang="en">{item.title}</h3>
        <StateWord name={glyph}>
          {say(`complications.${state}`)}
          {item.urgent ? `, ${say('complications.urgent')}` : ''}
        </StateWord>
      </div>
      <Facts of={item.facts} />
      <div className="treatment-sides">
        <section>
          <h4>{say('complications.actions')}</h4>
          <Statements of={item.actions} />
        </section>
        <section>
          <h4>{say('complications.screen')}</h4>
          <ul className="statements">
            {item.screen.map(({ test, title, last, gap }) => (
              <li key={test}>
                <span lang="en">{title}</span>{' '}
                {gap ? (
                  <StateWord name="due">{say('complications.gap')}</StateWord>
                ) : last === null ? null : (
                  <StateWord name="done">
                    {say('complications.last', { date: whenWords(last, tree, language) })}
                  </StateWord>
                )}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h4>{say('complications.frequency')}</h4>
          <Statements of={item.frequency} />
        </section>
      </div>
      <Disagree of={item.conflicts ?? []} />
    </article>
  )
}
