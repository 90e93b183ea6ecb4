import { expect, test } from 'vitest'
import { wordsFile } from '../../../../../src/load/files/words.ts'
import { realEngine, realKnowledge } from '../../../../../test/support/real.ts'
import { groupsOf } from './groups.ts'

const words = wordsFile(realKnowledge(), 'en', 'test')
const groups = groupsOf(realEngine().knowledge, words.findings)
const groupOf = (key: string) => groups.filter(({ keys }) => keys.includes(key))

test('nine letters come first, in their order, then what stands beside the name', () => {
  expect(groups.slice(0, 10).map(({ rules }) => rules)).toEqual([
    ['polyneuropathy'],
    ['organomegaly'],
    ['endocrinopathy'],
    ['clonal-plasma-cell-disorder'],
    ['skin-changes'],
    ['papilledema'],
    ['volume-overload'],
    ['sclerotic-lesion'],
    ['thrombocytosis-or-polycythemia'],
    ['elevated-vegf', 'castleman'],
  ])
})

test('every finding, measurement, diagnosis and choice stands in exactly one group', () => {
  for (const [key, { kind }] of Object.entries(words.findings)) {
    const elsewhere = kind === 'treatment' || ['sex', 'age', 'treated-as'].includes(key)
    expect([key, groupOf(key).length]).toEqual([key, elsewhere ? 0 : 1])
  }
})

test('a value stands in the group of the finding it makes', () => {
  expect(groupOf('platelets')).toEqual(groupOf('thrombocytosis'))
  expect(groupOf('tsh')).toEqual(groupOf('hypothyroidism'))
})

test('a field of the vocabulary follows its letter; a field of several letters stays apart', () => {
  expect(groupOf('light-chain')[0]?.letter).toBe(3)
  expect(groupOf('clubbing')[0]?.letter).toBe(4)
  expect(groupOf('crp')[0]?.letter).toBeUndefined()
  expect(groupOf('il-6')[0]?.id).toBe('other-criteria')
})
