import type { ConditionView, StatementView } from '../../../../src/schema/index.ts'
import en from '../../../words/en/differential.json'
import { english, Mixed } from '../../parts/english.tsx'
import { Glyph, type GlyphName, INK } from '../../parts/glyph.tsx'
import { Section } from '../../parts/section.tsx'
import { Sources } from '../../parts/sources.tsx'
import { Disagree, Statements } from '../../parts/statement.tsx'
import { Unfold } from '../../parts/unfold.tsx'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'
import { Features } from './features.tsx'
import { Figures } from './figures.tsx'
import { openNamesOf } from './open-tests.ts'

/** One condition: what this record says for it and against it, what is open and by which test, and what was published. */
export function Condition({ of: condition }: { readonly of: ConditionView }) {
  const say = useWords('differential', en)
  const { knowledge } = useCase(({ engine }) => engine)
  const { names, rest } = openNamesOf(condition.open, knowledge)
  const counts = { for: condition.for.length, against: condition.against.length, open: names.length + rest }
  const plain = knowledge.care.differential[condition.condition]?.plain
  return (
    <Section
      title={condition.title}
      english
      aside={say('counts', counts)}
      id={`differential-${condition.condition}`}
      className="differential-condition"
    >
      {plain === undefined ? null : (
        <p className="differential-plain" lang="en">
          {plain}
        </p>
      )}
      <div className="differential-sides">
        <Side name="for" glyph="present" of={condition.for} />
        <Side name="against" glyph="absent" of={condition.against} />
        <section>
          <h3>
            <Glyph name="open" className={INK.open} /> {say('open')}
          </h3>
          {counts.open === 0 ? <p className="quiet">{say('open.nothing')}</p> : null}
          <ul className="differential-open">
            {names.map(({ name, test }) => (
              <li key={name}>
                <span lang="en">{name}</span>
                {test === undefined ? null : (
                  <span className="differential-by">
                    <Mixed text={say('open.by', { test: english(test) })} />
                  </span>
                )}
              </li>
            ))}
            {rest > 0 ? <li className="quiet">{say('open.rest', { count: rest })}</li> : null}
          </ul>
        </section>
      </div>
      {condition.discriminators.length > 0 ? (
        <section className="differential-apart">
          <h3>{say('apart')}</h3>
          <Statements of={condition.discriminators} />
        </section>
      ) : null}
      <Figures of={condition} />
      {condition.features === undefined ? null : (
        <Unfold className="differential-fold" summary={say('features')}>
          {() => <Features of={condition} />}
        </Unfold>
      )}
      <Disagree of={condition.conflicts ?? []} />
      <p className="differential-foot">
        <Sources of={condition.sources} />
      </p>
    </Section>
  )
}

interface SideProps {
  readonly name: 'for' | 'against'
  readonly glyph: GlyphName
  readonly of: readonly StatementView[]
}

function Side({ name, glyph, of }: SideProps) {
  const say = useWords('differential', en)
  return (
    <section>
      <h3>
        <Glyph name={glyph} className={INK[glyph]} /> {say(name)}
      </h3>
      {of.length === 0 ? <p className="quiet">{say('nothing')}</p> : <Statements of={of} />}
    </section>
  )
}
