import { Fragment } from 'react'
import { useStore } from 'zustand'
import en from '../../../words/en/plan.json'
import { english, Mixed } from '../../parts/english.tsx'
import { StateWord } from '../../parts/glyph.tsx'
import { Disagree, Statement } from '../../parts/statement.tsx'
import { Unfold } from '../../parts/unfold.tsx'
import { settings } from '../../state/settings.ts'
import { sayDate, useWords } from '../../words/words.ts'
import { byInterval, type Check, standingOf } from './due.ts'

/** The checks as a table: when each was last done, when it is next, and how it stands. */
export function Checks({ checks, asOf }: { readonly checks: readonly Check[]; readonly asOf: string | null }) {
  const say = useWords('plan', en)
  return (
    <table className="plan-table">
      <caption className="hidden">{say('plan.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('test')}</th>
          <th scope="col">{say('last')}</th>
          <th scope="col">{say('next')}</th>
          <th scope="col">{say('state')}</th>
        </tr>
      </thead>
      <tbody>
        {byInterval(checks).map(([months, group]) => (
          <Fragment key={months}>
            <tr className="plan-group">
              <th scope="colgroup" colSpan={4}>
                {say('every', { months })}
              </th>
            </tr>
            {group.map((check) => (
              <CheckRow key={check.id} check={check} asOf={asOf} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function CheckRow({ check, asOf }: { readonly check: Check; readonly asOf: string | null }) {
  const say = useWords('plan', en)
  const language = useStore(settings, (state) => state.language)
  const { word, glyph, days } = standingOf(check, asOf)
  const behind = check.behind ?? []
  // Where the whole is late, its own state says so.
  const lags = behind.length > 0 && (check.status === 'scheduled' || behind.length < check.tests.length)
  return (
    <tr data-check={check.id} data-next={check.next ?? undefined}>
      <th scope="row">
        <span lang="en">{check.title}</span>
        {lags ? (
          <span className="plan-behind ink-open">
            <Mixed text={say('behind', { tests: english(behind.join('; ')) })} />
          </span>
        ) : null}
        <Unfold summary={say('more')}>
          {() => (
            <>
              <p>
                <Statement of={check} />
              </p>
              {check.tests.length > 1 ? (
                <p>
                  <Mixed text={say('tests', { tests: english(check.tests.join('; ')) })} />
                </p>
              ) : null}
              <Disagree of={check.conflicts ?? []} />
            </>
          )}
        </Unfold>
      </th>
      <td data-head={say('last')}>{check.last === null ? say('last.none') : sayDate(check.last, language)}</td>
      <td data-head={say('next')}>{check.due === null ? say('next.none') : sayDate(check.due, language)}</td>
      <td>
        <StateWord name={glyph}>
          <span>
            {say(`state.${word}`, { days })}
            {word === 'done' ? <span className="plan-next">{say('state.done-next', { days })}</span> : null}
          </span>
        </StateWord>
      </td>
    </tr>
  )
}
