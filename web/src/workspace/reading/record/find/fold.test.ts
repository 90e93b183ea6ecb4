import { expect, test } from 'vitest'
import { fold, tellingWords } from './fold.ts'

test('British and American, accents, Greek letters and signs come to one spelling', () => {
  expect(fold('Papilloedema, λ')).toBe('papilledema lambda')
  expect(fold('Haemoglobin')).toBe(fold('hemoglobin'))
  expect(fold('TUMOUR necrosis factor (TNF-α)')).toBe('tumor necrosis factor tnf alpha')
  expect(fold('Guillain‑Barré')).toBe('guillain barre')
})

test('small words tell nothing, unless there are no others', () => {
  expect(tellingWords('VEGF in plasma')).toEqual(['vegf', 'plasma'])
  expect(tellingWords('in')).toEqual(['in'])
  expect(tellingWords(' – ')).toEqual([])
})
