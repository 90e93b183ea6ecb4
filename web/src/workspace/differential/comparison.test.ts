import { expect, it } from 'vitest'
import type { ConditionView } from '../../../../src/schema/index.ts'
import { compared } from './comparison.ts'

const condition = (title: string, features: readonly (readonly [string, string, string])[]): ConditionView => ({
  condition: title,
  title,
  for: [],
  against: [],
  discriminators: [],
  open: [],
  evidence: [],
  features: features.map(([feature, poems, here]) => ({ feature, poems, here, sources: [] })),
  sources: [],
})

it('lays conditions side by side, what they share first, each clause on POEMS once', () => {
  const rows = compared([
    condition('a', [
      ['Bone', 'sclerotic', 'lytic'],
      ['VEGF', 'raised', 'normal'],
    ]),
    condition('b', [['VEGF', 'raised', 'seldom raised']]),
    condition('c', [['VEGF', 'raised; raised in all', 'not known']]),
  ])
  expect(rows).toEqual([
    { feature: 'VEGF', poems: ['raised', 'raised in all'], conditions: ['normal', 'seldom raised', 'not known'] },
    { feature: 'Bone', poems: ['sclerotic'], conditions: ['lytic', undefined, undefined] },
  ])
})
