import en from '../../../../words/en/verdict.json'
import { Glyph } from '../../../parts/glyph.tsx'
import { Section } from '../../../parts/section.tsx'
import { Proposal, Sources } from '../../../parts/sources.tsx'
import { Tree } from '../../../parts/tree.tsx'
import { useTreeWords } from '../../../parts/tree-words.ts'
import { Unfold } from '../../../parts/unfold.tsx'
import { useCase } from '../../../state/context.ts'
import { useWords } from '../../../words/words.ts'
import { goToRow } from '../record/desk.ts'
import { afterColon } from '../verdict/headline.ts'

/** Why look again: the red flags that hold, each with its level, its works and what it rests on; quiet ones say why. */
export function RedFlags() {
  const say = useWords('verdict', en)
  const tree = useTreeWords()
  const { quiet, reasons } = useCase(({ reading }) => reading.assessment.redFlags)
  const { knowledge } = useCase(({ engine }) => engine)
  const all = knowledge.settings.redFlags.length
  const count = reasons.length
  const number = (value: number) => tree('number', { count: value })
  return (
    <Section
      title={say('why')}
      aside={say('why.count', { count, number: number(count), all: number(all) })}
      id="why-look-again"
    >
      {count === 0 ? <p className="reasons-quiet">{say('why.none')}</p> : null}
      {quiet === undefined ? null : (
        <p className="reasons-quiet">
          {say('why.quiet', { count, finding: knowledge.findings[quiet]?.label ?? quiet })}
        </p>
      )}
      <ul>
        {reasons.map(({ id, level, statement, proposal, tree: grounds, sources }) => {
          const loud = quiet === undefined
          return (
            <li key={id} className="flag">
              <Glyph
                name={loud && level === 'high' ? 'flag' : 'due'}
                className={loud ? (level === 'high' ? 'ink-clash' : 'ink-open') : 'ink-no'}
              />
              <div>
                <p>
                  {level === 'high' || level === 'medium' ? <b>{say(`level.${level}`)}</b> : null}{' '}
                  <span lang="en">{afterColon(statement.text)}</span> <Sources of={sources} />
                  {proposal ? <Proposal /> : null}
                </p>
                <Unfold className="reasons-more" summary={say('tree')}>
                  {() => <Tree of={grounds} onGo={goToRow} />}
                </Unfold>
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
