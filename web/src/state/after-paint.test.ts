import { describe, expect, it } from 'vitest'
import { realEngine } from '../../../test/support/real.ts'
import { afterPaint } from './after-paint.ts'
import { stateFinding } from './sheet.ts'
import { createCaseStore } from './store.ts'

const TODAY = '2026-11-27'

function laid() {
  const store = createCaseStore(realEngine(), TODAY)
  const waiting: (() => void)[] = []
  const later = afterPaint(store, (then) => waiting.push(then))
  const state = (key: string) => store.edit((sheet) => stateFinding(sheet, key, 'present', TODAY))
  return { store, later, waiting, state }
}

describe('a store that is drawn one frame later', () => {
  it('has a new reading when the frame is painted, and of several only the last', () => {
    const { store, later, waiting, state } = laid()
    const before = later.getState().reading
    state('polyneuropathy')
    state('ascites')
    expect(later.getState().reading).toBe(before)
    expect(waiting).toHaveLength(1)
    waiting[0]?.()
    expect(later.getState()).toBe(store.getState())
    state('papilledema')
    expect(waiting).toHaveLength(2)
  })

  it('has what is lit at once, and tells those that draw it', () => {
    const { store, later } = laid()
    const seen: unknown[] = []
    later.subscribe(({ lit }) => seen.push(lit))
    store.light({ key: 'ascites' })
    expect(seen).toEqual([{ key: 'ascites' }])
  })

  it('changes the record of the store that it follows, and is made once', () => {
    const { store, later } = laid()
    later.edit((sheet) => stateFinding(sheet, 'ascites', 'present', TODAY))
    expect(store.getState().case.sheet.findings).toHaveLength(1)
    expect(afterPaint(store)).toBe(later)
  })
})
