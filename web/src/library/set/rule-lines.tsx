import type { ReactNode } from 'react'
import type { RuleNode } from '../../../../src/schema/engine.ts'
import { type ProseLine, type ProseOptions, proseOf } from '../../../../src/targets/prose/index.ts'
import { capital, type Setter } from './setter.tsx'

interface RuleOptions extends ProseOptions {
  /** For a folded condition: a note in the margin would stand beside nothing. */
  readonly quiet?: boolean
}

/** A condition in words, as indented lines with their notes. Example: `ruleLines(setter, rule.presentWhen)`. */
export function ruleLines(setter: Setter, node: RuleNode, options: RuleOptions = {}): ReactNode {
  return (
    <ul className="lib-rule">
      <Line line={proseOf(setter.engine, node, options)} setter={setter} quiet={options.quiet ?? false} />
    </ul>
  )
}

interface LineProps {
  readonly line: ProseLine
  readonly setter: Setter
  readonly quiet: boolean
}

function Line({ line, setter, quiet }: LineProps) {
  const below = [
    ...line.measured.map((made, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a rule are never reordered
      <li key={`made ${index}`} className="is-measured">
        {setter.say('rule.read-from')} {lineWords(made, setter)}
        {quiet ? null : setter.mark(made)}
      </li>
    )),
    ...line.of.map((child, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none is ever moved
      <Line key={`of ${index}`} line={child} setter={setter} quiet={quiet} />
    )),
  ]
  return (
    <li>
      {lineWords(line, setter)}
      {quiet ? null : setter.mark(line)}
      {below.length > 0 ? <ul>{below}</ul> : null}
    </li>
  )
}

/** What a line asks: its name or count, how it must be, which facts it reads. */
export function lineWords(line: ProseLine, setter: Setter): ReactNode {
  const { lead, says, count, must, details, about } = line
  const words = lead === undefined ? capital(says) : says
  const named = count ? <i>{words}</i> : about ? linked(about, words, setter) : words
  return (
    <>
      {lead === undefined ? null : <span>{capital(lead)}: </span>}
      {named}
      {must === undefined ? null : (
        <span className="lib-asked">
          {must.startsWith('(') ? ' ' : ': '}
          {must}
        </span>
      )}
      {details.length > 0 ? <span className="lib-asked">; {details.join('; ')}</span> : null}
    </>
  )
}

/** The way to what a line is about. */
export function linked(about: NonNullable<ProseLine['about']>, words: ReactNode, setter: Setter): ReactNode {
  return about.kind === 'finding' ? setter.finding(about.id, words) : setter.rule(about.id, words)
}
