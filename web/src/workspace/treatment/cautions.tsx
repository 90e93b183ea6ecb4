import type { TreatmentView } from '../../../../src/schema/index.ts'
import en from '../../../words/en/treatment.json'
import { english, Mixed } from '../../parts/english.tsx'
import { Glyph, type GlyphName, INK } from '../../parts/glyph.tsx'
import { Section } from '../../parts/section.tsx'
import { Statement } from '../../parts/statement.tsx'
import { useWords } from '../../words/words.ts'
import { type Gathered, gatherCautions } from './gather.ts'

/** What is only to be known has no sign. */
const GLYPH: Readonly<Record<string, GlyphName>> = { avoid: 'flag', 'strong-caution': 'flag', caution: 'due' }

/** Cautions of the options and of what is taken, the gravest first; what the record does not tell is to be checked. */
export function Cautions({ of: treatment }: { readonly of: TreatmentView }) {
  const say = useWords('treatment', en)
  const gathered = gatherCautions(treatment)
  const applies = gathered.filter(({ caution }) => caution.state === 'applies').length
  return (
    <Section
      title={say('cautions')}
      aside={gathered.length > 0 ? say('cautions.aside', { applies, check: gathered.length - applies }) : undefined}
      id="treatment-cautions"
    >
      {gathered.length === 0 ? <p className="treatment-note">{say('cautions.none')}</p> : null}
      <ul>
        {gathered.map((item) => (
          <Caution key={item.caution.id} of={item} />
        ))}
      </ul>
    </Section>
  )
}

function Caution({ of: { caution, names } }: { readonly of: Gathered }) {
  const say = useWords('treatment', en)
  const level = `level.${caution.level}`
  const glyph = GLYPH[caution.level]
  return (
    <li className="treatment-caution">
      {glyph === undefined ? <span /> : <Glyph name={glyph} className={INK[glyph]} />}
      <div>
        <p className="treatment-level">
          <b className={glyph === undefined ? undefined : INK[glyph]}>
            {Object.hasOwn(en, level) ? say(level as 'level.avoid') : caution.level}
          </b>
          {' · '}
          <span className={caution.state === 'check' ? 'ink-open' : undefined}>{say(`state.${caution.state}`)}</span>
          <span className="quiet">
            {' '}
            · <Mixed text={say('cautions.for', { names: english(names.join('; ')) })} />
          </span>
        </p>
        <p>
          <Statement of={caution} />
        </p>
        {caution.state === 'check' && caution.check !== undefined ? (
          <p className="ink-open">
            <Mixed text={say('check', { what: english(caution.check) })} />
          </p>
        ) : null}
      </div>
    </li>
  )
}
