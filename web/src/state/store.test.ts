import { describe, expect, it } from 'vitest'
import { realEngine } from '../../../test/support/real.ts'
import { entryAt } from './reading.ts'
import { addEntry, stateFinding } from './sheet.ts'
import { createCaseStore } from './store.ts'

const engine = realEngine()
const TODAY = '2026-11-27'

/** From nothing to the Mayo criteria, one finding after the other. */
const STEPS = ['polyneuropathy', 'm-protein-ife', 'sclerotic-bone-lesion', 'peripheral-edema']

describe('the store of a case', () => {
  it('reads again with each change: from undetermined to met', () => {
    const store = createCaseStore(engine, TODAY)
    const values = STEPS.map((key) => {
      store.edit((sheet) => stateFinding(sheet, key, 'present', TODAY))
      return store.getState().reading.assessment.conclusion.value
    })
    expect(values).toEqual(['undetermined', 'undetermined', 'undetermined', 'met'])
  })

  it('goes back and forward, and forgets what was ahead at a new step', () => {
    const store = createCaseStore(engine, TODAY)
    for (const key of STEPS) store.edit((sheet) => stateFinding(sheet, key, 'present', TODAY))
    const met = store.getState().reading.assessment
    store.undo()
    expect(store.getState().reading.assessment.conclusion.value).toBe('undetermined')
    store.redo()
    expect(store.getState().reading.assessment).toEqual(met)
    store.undo()
    store.edit((sheet) => stateFinding(sheet, 'papilledema', 'absent', TODAY))
    store.redo()
    expect(store.getState().case.sheet.findings.map(({ body }) => body.key)).toEqual([
      ...STEPS.slice(0, 3),
      'papilledema',
    ])
  })

  it('counts a change that changes nothing as no step', () => {
    const store = createCaseStore(engine, TODAY)
    store.edit((sheet) => sheet)
    expect(store.getState().past).toEqual([])
    store.undo()
    store.redo()
    expect(store.getState().past).toEqual([])
  })

  it('reads as of a day: what came later is not known then', () => {
    const store = createCaseStore(engine, TODAY)
    for (const key of STEPS) store.edit((sheet) => stateFinding(sheet, key, 'present', '2026-05-05'))
    store.readAsOf('2026-05-04')
    expect(store.getState().reading.stateOf('polyneuropathy').state).toBe('open')
    expect(store.getState().reading.assessment.conclusion.value).not.toBe('met')
    store.readAsOf(undefined)
    expect(store.getState().reading.stateOf('polyneuropathy').state).toBe('present')
  })

  it('says of two facts of one day that they contradict, and finds their entries', () => {
    const store = createCaseStore(engine, TODAY)
    store.edit((sheet) => addEntry(sheet, 'findings', { key: 'papilledema', status: 'present', when: TODAY }, 'a'))
    store.edit((sheet) => addEntry(sheet, 'findings', { key: 'papilledema', status: 'absent', when: TODAY }, 'b'))
    const { reading } = store.getState()
    const { state, facts } = reading.stateOf('papilledema')
    expect(state).toBe('conflict')
    expect(facts.map(({ at }) => entryAt(reading.sheet, at)?.id).sort()).toEqual(['a', 'b'])
  })

  it('starts anew with another case', () => {
    const store = createCaseStore(engine, TODAY)
    store.edit((sheet) => stateFinding(sheet, 'ascites', 'present', TODAY))
    store.readAsOf('2020-01-01')
    store.open({ id: 'other', name: 'other', sheet: { ...store.getState().case.sheet, findings: [] } })
    expect(store.getState()).toMatchObject({ past: [], future: [], asOf: undefined })
    expect(store.getState().reading.record.facts).toEqual([])
  })
})
