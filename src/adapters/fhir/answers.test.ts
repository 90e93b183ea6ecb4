import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../../test/support/engine.ts'
import { JsonPlace } from '../pointer.ts'
import { Report } from '../report.ts'
import { vocabularyOf } from '../vocabulary.ts'
import { readAnswers } from './answers.ts'

function read(response: Record<string, unknown>) {
  const desk = { place: new JsonPlace('r.json'), report: new Report() }
  const facts = readAnswers(response, '', desk, vocabularyOf(makeEngine()))
  return { facts, problems: desk.report.close('r.json') }
}

const answered = (linkId: string, answer: unknown) => ({ linkId, answer: [answer] })
const coded = (code: string) => ({ valueCoding: { system: 'urn:scansion:answer', code } })

describe('the answers to our questions', () => {
  it('become facts with day, author and place', () => {
    const { facts, problems } = read({
      authored: '2024-03-18T10:00:00Z',
      author: { display: 'Dr A' },
      item: [
        answered('papilledema', coded('present')),
        answered('peripheral-edema', { valueBoolean: false }),
        answered('light-chain', coded('lambda')),
        answered('platelets', { valueQuantity: { value: 480, code: '10*9/L', comparator: '>' } }),
      ],
    })
    expect(problems).toEqual([])
    expect(facts).toMatchObject([
      { key: 'papilledema', status: 'present', author: 'Dr A', at: 'r.json#/item/0/answer/0' },
      { key: 'peripheral-edema', status: 'absent' },
      { key: 'light-chain', choice: 'lambda' },
      { key: 'platelets', value: 480, comparator: '>', at: 'r.json#/item/3/answer/0' },
    ])
    expect(new Set(facts.map(({ when }) => when?.slice(0, 10)))).toEqual(new Set(['2024-03-18']))
  })

  it('are read inside groups, and not stated where nothing was answered', () => {
    const { facts, problems } = read({
      item: [{ linkId: 'group', item: [answered('papilledema', coded('equivocal')), { linkId: 'hyperpigmentation' }] }],
    })
    expect(problems).toEqual([])
    expect(facts).toMatchObject([{ key: 'papilledema', status: 'equivocal', when: null }])
  })

  it.each([
    [answered('papiledema', coded('present')), 'key-unknown', '/item/0/answer/0'],
    [answered('papilledema', coded('maybe')), 'status-unknown', '/item/0/answer/0'],
    [answered('light-chain', coded('gamma')), 'status-unknown', '/item/0/answer/0'],
    [answered('platelets', coded('present')), 'value-not-number', '/item/0/answer/0'],
    [answered('platelets', { valueQuantity: { value: 480 } }), 'unit-missing', '/item/0/answer/0/valueQuantity'],
    [answered('papilledema', 3), 'field-type', '/item/0/answer/0'],
    ['text', 'field-type', '/item/0'],
  ])('that cannot be read name their place: %j', (item, code, at) => {
    const { facts, problems } = read({ item: [item] })
    expect(facts).toEqual([])
    expect(problems).toMatchObject([{ code, at: `r.json#${at}` }])
  })

  it('bear any nesting and a time that is none', () => {
    let item: unknown = answered('papilledema', coded('present'))
    for (let depth = 0; depth < 1000; depth++) item = { linkId: 'g', item: [item] }
    const { facts, problems } = read({ authored: 'soon', item: [item] })
    expect(facts).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(['date-invalid', 'nested-too-deep'])
  })
})
