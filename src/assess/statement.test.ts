import { describe, expect, it } from 'vitest'
import type { Given } from '../../test/support/record.ts'
import { asked } from '../../test/support/section.ts'
import type { RuleNode } from '../schema/index.ts'
import { conflictsAbout, conflictsField } from './conflicts.ts'
import { carriersOf, statementOf, statementsThatAreTrue } from './statement.ts'

const finding = (key: string): RuleNode => ({ kind: 'finding', key, time: 'ever' })
const carriers = (node: RuleNode, given: Given) => carriersOf(asked(given).evaluator.node(node)).map((fact) => fact.key)
const WORK = [{ work: 'r07', at: 'abstract' }]

describe('statementOf', () => {
  it('stands on its own works, or on those of its entry', () => {
    expect(statementOf({ says: 'a', sources: WORK }, [{ work: 'r08', at: 'abstract' }]).sources).toEqual(WORK)
    expect(statementOf({ says: 'a' }, WORK).sources).toEqual(WORK)
    expect(statementOf({ says: 'a', proposal: true }, undefined)).toEqual({ says: 'a', sources: [], proposal: true })
  })
})

describe('statementsThatAreTrue', () => {
  it('says what holds with its facts, and nothing on silence or absence', () => {
    const { evaluator, viewer } = asked({ ascites: 'present', papilledema: 'absent' })
    const said = ['ascites', 'papilledema', 'clubbing'].map((key) => ({ says: key, when: finding(key) }))
    const found = statementsThatAreTrue(said, WORK, evaluator, viewer)
    expect(found.map((item) => [item.says, item.facts?.map((fact) => fact.says)])).toEqual([['ascites', ['present']]])
  })
})

describe('carriersOf', () => {
  const given = { ascites: 'present', papilledema: 'absent', clubbing: 'present' }

  it('takes of an alternative only what made it so', () => {
    expect(carriers({ kind: 'any', of: ['ascites', 'papilledema'].map(finding) }, given)).toEqual(['ascites'])
    expect(carriers({ kind: 'all', of: ['ascites', 'papilledema'].map(finding) }, given)).toEqual(['papilledema'])
    expect(carriers({ kind: 'all', of: ['ascites', 'clubbing'].map(finding) }, given)).toEqual(['ascites', 'clubbing'])
  })

  it('looks through a negation, and carries nothing of what is open', () => {
    expect(carriers({ kind: 'not', of: [finding('papilledema')] }, given)).toEqual(['papilledema'])
    expect(carriers({ kind: 'any', of: ['papilledema', 'headache'].map(finding) }, given)).toEqual([])
  })

  it('looks into a derived finding, and names each fact once', () => {
    expect(carriers({ kind: 'all', of: [{ kind: 'rule', id: 'volume-overload' }, finding('ascites')] }, given)).toEqual(
      ['ascites'],
    )
  })
})

describe('conflictsAbout', () => {
  it('finds the conflicts of an id, each once, and leaves the field out where there are none', () => {
    const { engine } = asked({}).evaluator.prepared
    expect(conflictsAbout(engine, ['seven-factor', 'age', 'seven-factor'])).toContain('age-fifty')
    expect(new Set(conflictsAbout(engine, ['seven-factor', 'age'])).size).toBe(
      conflictsAbout(engine, ['seven-factor', 'age']).length,
    )
    expect(conflictsField(engine, ['no-such-id'])).toEqual({})
  })
})
