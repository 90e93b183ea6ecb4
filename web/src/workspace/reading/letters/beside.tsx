import en from '../../../../words/en/record.json'
import { StateWord } from '../../../parts/glyph.tsx'
import { useTable } from '../../../state/context.ts'
import type { Reading } from '../../../state/reading.ts'
import { useWords } from '../../../words/words.ts'
import { goToGroup } from '../record/desk.ts'
import { useGroups } from '../record/use-groups.ts'

/** What the criteria ask beside the letters: VEGF and Castleman disease, as words at the end of the second line. */
export function Beside({ reading }: { readonly reading: Reading }) {
  const say = useWords('record', en)
  const { words } = useTable()
  const group = useGroups().find(({ id }) => id === 'beside')
  if (!group) return null
  return (
    <li className="letters-item letters-beside">
      <em>{say('beside')}</em>
      {group.rules.map((rule) => {
        const { state, undecided } = reading.ruleState(rule)
        return (
          <button key={rule} type="button" onClick={() => goToGroup(group.id)}>
            <b className="letters-name" lang="en">
              {words.rules[rule]?.label ?? rule}
            </b>
            <StateWord name={state}>{say(`state.${state === 'open' && undecided ? 'undecided' : state}`)}</StateWord>
          </button>
        )
      })}
    </li>
  )
}
