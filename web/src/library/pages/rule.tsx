import type { ReactNode } from 'react'
import type { EngineRule, RuleNode, Statement } from '../../../../src/schema/engine.ts'
import { numberWord, type ProseOptions } from '../../../../src/targets/prose/index.ts'
import { folded, lines, part, ways } from '../set/parts.tsx'
import { ruleLines } from '../set/rule-lines.tsx'
import { capital, type Setter } from '../set/setter.tsx'
import { verse } from '../set/verse.tsx'
import { conflictTopics } from './conflict.tsx'
import { exampleList } from './examples.tsx'
import type { Leaf } from './leaf.ts'

/** A rule: a criteria set as a verse, any other by what makes it present, absent and asked for. */
export function rulePage(id: string, setter: Setter): Leaf | undefined {
  const { library, engine, say } = setter
  const written = library.rules[id]
  const rule = engine.knowledge.rules[id]
  if (!written || !rule) return undefined
  const criteria = written.section === 'criteria'
  // A list told once is named where it comes again.
  const options: ProseOptions = { told: new Map() }
  const mark = setter.mark({ sources: written.sources })
  const said = [written.plain, written.note].filter((text) => text !== undefined)
  const lead = (
    <>
      {said.length > 0 ? setter.said(said.join(' ')) : say('rests-on')}
      {mark}
    </>
  )
  const sentence = rule.says === undefined ? undefined : engine.knowledge.phrases[rule.says]
  return {
    place: { kind: criteria ? 'criteria' : 'rules', id },
    title: written.title,
    lead,
    facts: [say(kindWord(written.section)), ...(written.status === undefined ? [] : [written.status])],
    review: written.review ?? 'drafted',
    ...(written.proposal && { proposal: true }),
    ...(criteria && rule.when && { verse: verse(setter, rule.when, options) }),
    body: (
      <>
        {part(setter, say('rule.categories'), categories(rule, setter, options))}
        {criteria ? part(setter, say('rule.reads'), howRead(rule, setter)) : parts(rule, setter)}
        {part(setter, say('rule.eligible'), rule.eligible && ruleLines(setter, rule.eligible, options))}
        {part(setter, say('counts'), lines(written.counts?.map((text) => setter.said(text))))}
        {part(setter, say('counts-not'), lines(written['counts-not']?.map((text) => setter.said(text))))}
        {part(setter, say('rule.overturned'), lines(written.overturned?.map((text) => setter.said(text))))}
        {part(setter, say('rule.examples'), exampleList(setter, id, written))}
        {part(setter, say('rule.grade'), grade(rule, setter, options))}
        {part(setter, say('rule.cautions'), statements(rule.cautions, setter))}
        {part(setter, say('rule.silent'), lines(written.silent?.map((text) => setter.said(text))))}
        {part(setter, say('rule.says'), sentence === undefined ? null : <blockquote>{sentence}</blockquote>)}
        {part(setter, say('conflicts'), conflictTopics(setter, setter.conflictsAbout(idsIn(rule))))}
        {part(setter, say('used-by'), ways(setter, [...setter.users(written.usedBy)]))}
      </>
    ),
  }
}

const kindWord = (section: string) =>
  section === 'criteria' ? 'kind.criteria' : section === 'red-flags' ? 'kind.red-flag' : 'kind.derived'

function howRead(rule: EngineRule, setter: Setter): ReactNode {
  const { say } = setter
  return (
    <>
      <p lang={setter.language}>{say('rule.reads.states')}</p>
      <p lang={setter.language}>{say('rule.reads.parts')}</p>
      {rule.categories ? <p lang={setter.language}>{say('rule.reads.categories')}</p> : null}
    </>
  )
}

function categories(rule: EngineRule, setter: Setter, options: ProseOptions): ReactNode {
  const items = rule.categories ?? []
  if (items.length === 0) return null
  return items.map(({ id, when }) => (
    <div key={id}>
      <h3>{capital(id)}</h3>
      {ruleLines(setter, when, options)}
    </div>
  ))
}

/** What makes a derived finding present and absent, and what is asked. */
function parts(rule: EngineRule, setter: Setter): ReactNode {
  const { say } = setter
  const open = <p lang={setter.language}>{say('rule.absent.open')}</p>
  return (
    <>
      {part(setter, say('rule.when'), rule.when && ruleLines(setter, rule.when))}
      {part(setter, say('rule.present'), rule.presentWhen && ruleLines(setter, rule.presentWhen))}
      {part(
        setter,
        say('rule.absent'),
        rule.absentWhen ? (
          <>
            {ruleLines(setter, rule.absentWhen)}
            {open}
          </>
        ) : rule.presentWhen ? (
          <p lang={setter.language}>{say('rule.absent.never')}</p>
        ) : null,
      )}
      {part(setter, say('rule.level'), level(rule, setter))}
      {part(
        setter,
        say('rule.asks'),
        lines(
          rule.askWhen?.map(({ question, when, ...marks }) => (
            <>
              {setter.noted(question, marks)}
              {folded(setter, setter.say('when.asked'), ruleLines(setter, when, { quiet: true }))}
            </>
          )),
        ),
      )}
    </>
  )
}

function level({ level }: EngineRule, setter: Setter): ReactNode {
  if (!level) return null
  const { say } = setter
  if (!level.high) return <p lang={setter.language}>{say('rule.level.always', { level: level.otherwise })}</p>
  return (
    <>
      <p lang={setter.language}>{say('rule.level.high', { level: level.otherwise })}</p>
      {ruleLines(setter, level.high, { reading: 'shown' })}
    </>
  )
}

function grade(rule: EngineRule, setter: Setter, options: ProseOptions): ReactNode {
  if (!rule.grade) return null
  const { strong, caps } = rule.grade
  const { say } = setter
  return (
    <>
      <p lang={setter.language}>{say('rule.grade.lead')}</p>
      <h3 lang={setter.language}>{say('rule.grade.weak')}</h3>
      {statements(caps, setter, options.told)}
      <h3 lang={setter.language}>
        {say('rule.grade.strong', { number: numberWord(setter.engine, strong.unflaggedMinors) })}
      </h3>
      {ruleLines(setter, strong.when, { reading: 'shown' })}
    </>
  )
}

function statements(items: readonly Statement[] | undefined, setter: Setter, told?: Map<string, string>): ReactNode {
  const { knowledge } = setter.engine
  return lines(
    items?.map((item) => (
      <>
        {setter.noted(knowledge.phrases[item.says] ?? item.says, item)}
        {folded(
          setter,
          setter.say('when'),
          ruleLines(setter, item.when, { quiet: true, reading: 'shown', ...(told && { told }) }),
        )}
      </>
    )),
  )
}

/** The rule itself, and every finding and rule its conditions name. */
function idsIn(rule: EngineRule): ReadonlySet<string> {
  const ids = new Set([rule.id])
  const visit = (node: RuleNode): void => {
    if (node.kind === 'rule') ids.add(node.id)
    if ('key' in node) ids.add(node.key)
    if ('of' in node) node.of.forEach(visit)
  }
  for (const node of [rule.when, rule.presentWhen, rule.absentWhen]) if (node) visit(node)
  return ids
}
