import en from '../../../words/en/companion.json'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'
import { keep, toggled, useMine } from '../state/mine.ts'

/** What often needs help, in the plain words of the knowledge: each can become a question to bring. */
export function Help() {
  const say = useWords('companion', en)
  const support = useCase(({ engine }) => engine.knowledge.care.support)
  const asked = useMine(({ kept }) => kept.asked)
  return (
    <>
      <p>{say('help.intro')}</p>
      <ul className="co-help">
        {Object.entries(support).flatMap(([id, { plain }]) => {
          if (plain === undefined) return []
          const question = say('help.ask', { what: plain })
          const there = asked.includes(question)
          return [
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={there}
                  aria-label={say('help.add', { what: plain })}
                  onChange={({ target }) => keep((kept) => ({ asked: toggled(kept.asked, question, target.checked) }))}
                />
                <span>
                  <span lang="en">{plain}</span>
                  {there ? <small>{say('help.added')}</small> : null}
                </span>
              </label>
            </li>,
          ]
        })}
      </ul>
    </>
  )
}
