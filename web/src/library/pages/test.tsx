import type { EngineSaid } from '../../../../src/schema/engine.ts'
import { folded, lines, part, particulars } from '../set/parts.tsx'
import { ruleLines } from '../set/rule-lines.tsx'
import type { Setter } from '../set/setter.tsx'
import { conflictList } from './conflict.tsx'
import type { Leaf } from './leaf.ts'

/** A test of the work-up: what it answers, how well, its traps, and when it is done again. */
export function testPage(id: string, setter: Setter): Leaf | undefined {
  const { library, engine, say } = setter
  const test = library.workup[id]
  if (!test) return undefined
  const { sources, proposal } = test
  return {
    place: { kind: 'tests', id },
    title: test.title,
    lead: setter.noted(test.question, { ...(sources && { sources }), ...(proposal && { proposal }) }),
    facts: [say('test.step', { step: test.step }), test.burden.replaceAll('-', ' ')],
    review: test.review ?? 'drafted',
    ...(proposal && { proposal }),
    body: (
      <>
        {part(setter, say('test.answers'), lines(test.answers.map((key) => setter.name(key))))}
        {part(setter, say('test.performance'), lines(test.performance?.map((item) => said(item, setter))))}
        {part(setter, say('test.traps'), lines(test.traps?.map((item) => said(item, setter))))}
        {part(
          setter,
          say('test.repeat'),
          lines(
            engine.knowledge.workup[id]?.repeat?.map((item) => (
              <>
                {said(item, setter)}
                {folded(setter, setter.say('when'), ruleLines(setter, item.when, { quiet: true }))}
              </>
            )),
          ),
        )}
        {part(
          setter,
          say('test.baseline'),
          particulars(setter, [
            [say('test.baseline.belongs'), test.baseline && say('test.baseline.says')],
            [say('test.or'), test.or && setter.names(test.or)],
          ]),
        )}
        {part(setter, say('conflicts'), conflictList(setter, setter.conflictsAbout([id])))}
      </>
    ),
  }
}

function said({ says, ...marks }: EngineSaid, setter: Setter) {
  return setter.noted(says, marks)
}
