import type { CriteriaResult } from '../../../../../src/schema/index.ts'
import en from '../../../../words/en/verdict.json'
import { english, Mixed } from '../../../parts/english.tsx'
import { Glyph } from '../../../parts/glyph.tsx'
import { Section } from '../../../parts/section.tsx'
import { Proposal } from '../../../parts/sources.tsx'
import { Tree } from '../../../parts/tree.tsx'
import { capital } from '../../../parts/tree-model.ts'
import { useTreeWords } from '../../../parts/tree-words.ts'
import { Unfold } from '../../../parts/unfold.tsx'
import { useCase } from '../../../state/context.ts'
import { useWords } from '../../../words/words.ts'
import { goToRow } from '../record/desk.ts'
import { setName } from '../verdict/headline.ts'
import { signOf, whyOf } from './set-words.ts'

/** Every criteria set: verdict, name, why; opened, its evidence. The set that decides is open from the start. */
export function CriteriaSets() {
  const say = useWords('verdict', en)
  const { criteria, conclusion } = useCase(({ reading }) => reading.assessment)
  const { rules } = useCase(({ engine }) => engine.knowledge)
  const main = rules[conclusion.criteria]
  return (
    <Section
      title={say('sets')}
      aside={<Mixed text={say('sets.aside', { set: english(setName(main?.short ?? main?.title ?? '')) })} />}
      id="criteria-sets"
    >
      <div className="sets">
        {criteria.map((set) => (
          <Unfold key={set.id} open={set.id === conclusion.criteria} summary={<Row set={set} />}>
            {() => <Tree of={set.tree} rule={set.id} conflicts={set.conflicts} onGo={goToRow} />}
          </Unfold>
        ))}
      </div>
    </Section>
  )
}

function Row({ set }: { readonly set: CriteriaResult }) {
  const say = useWords('verdict', en)
  const tree = useTreeWords()
  const { rules } = useCase(({ engine }) => engine.knowledge)
  const { glyph, ink, word } = signOf(set)
  const { absent, against, open } = whyOf(set, rules)
  const why = [
    set.grade === undefined ? undefined : say(`set.${set.grade}`),
    set.category && say(set.category.low === set.category.high ? 'set.category' : 'set.categories', set.category),
    set.eligible === false ? say('set.not-eligible') : undefined,
    absent.length > 0 ? say('set.absent', { labels: english(absent.join('; ')) }) : undefined,
    against.length > 0 ? say('set.stands-against', { labels: english(against.join('; ')) }) : undefined,
    open.length > 0 ? say('set.open', { labels: english(open.join('; ')) }) : undefined,
  ].filter((part) => part !== undefined)
  return (
    <span className="set">
      <span className={`state ${ink}`}>
        <Glyph name={glyph} />
        {tree(word)}
      </span>
      <span>
        <b lang="en">{set.title}</b>
        {set.proposal ? <Proposal /> : null}
        {why.length > 0 ? (
          <span className="set-why">
            <Mixed text={why.map(capital).join('. ')} />
          </span>
        ) : null}
        {set.status === undefined ? null : (
          <span className="set-status" lang="en">
            {set.status}
          </span>
        )}
      </span>
    </span>
  )
}
