import { describe, expect, it } from 'vitest'
import { losesInput, problem } from './problem.ts'

describe('losesInput', () => {
  it.each([
    ['file-not-found', true],
    ['unit-missing', true],
    ['facts-contradict', false],
    ['key-wrong-list', false],
  ] as const)('%s: %s', (code, lost) => {
    expect(losesInput(problem(code, 'a.json', 'what', 'hint'))).toBe(lost)
  })

  it.each(['toString', 'constructor', 'of-another-version'])('takes the code %s for no loss', (code) => {
    expect(losesInput({ code, at: 'a.json', what: '', hint: '' })).toBe(false)
  })
})
