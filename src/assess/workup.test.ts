import { describe, expect, it } from 'vitest'
import type { Given } from '../../test/support/record.ts'
import { assessGiven, one } from '../../test/support/section.ts'
import type { WorkupItem } from '../schema/index.ts'

const workup = (given: Given, all = false) => assessGiven(given, { all }).workup
const test = (items: readonly WorkupItem[], id: string) => one(items, (item) => item.test === id)

const NEUROPATHY = { polyneuropathy: 'present on 2024-01-01', 'ncs-demyelinating': 'present on 2024-01-02' }
const MET = {
  ...NEUROPATHY,
  'm-protein-ife': 'present on 2024-01-03',
  'light-chain': 'lambda on 2024-01-03',
  'sclerotic-bone-lesion': 'present on 2024-01-04 method CT',
  'vegf-plasma': '900 pg/mL limit 86 on 2024-01-03',
  papilledema: 'present on 2024-01-05',
  hyperpigmentation: 'present on 2024-01-05',
}

describe('workup', () => {
  it('asks nothing of a record that gives no reason to look, unless all is asked for', () => {
    const thyroid = { hypothyroidism: 'present', 'diabetes-mellitus': 'present' }
    expect(workup(thyroid)).toEqual([])
    expect(workup(thyroid, true).length).toBeGreaterThan(30)
  })

  it('puts what alone can settle the verdict first: immunofixation, then the others of the same draw', () => {
    const items = workup(NEUROPATHY)
    expect(items.slice(0, 2).map((item) => item.test)).toEqual(['serum-immunofixation', 'vegf'])
    expect(items.map((item) => item.rank)).toEqual(items.map((_, i) => i + 1))
    const statuses = items.map((item) => item.status)
    expect(statuses).toEqual([...statuses].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)))
  })

  it('is due with what it would answer, done once it has, and not needed where nothing hangs on it', () => {
    const before = test(workup(NEUROPATHY), 'serum-immunofixation')
    expect(before).toMatchObject({ status: 'due', answers: [] })
    expect(before.why).toContain('immunofixation')
    const items = workup(MET)
    expect(test(items, 'serum-immunofixation').answers.map((fact) => fact.key)).toContain('m-protein-ife')
    expect(test(items, 'serum-immunofixation').status).toBe('done')
    expect(test(items, 'csf').status).toBe('not-needed')
  })

  it('says at a negative electrophoresis that it closes nothing alone', () => {
    const alone = test(
      workup({ ...NEUROPATHY, 'm-protein-spep': 'absent on 2024-01-03' }),
      'serum-protein-electrophoresis',
    )
    expect(alone.status).toBe('done')
    expect(alone.why).toContain('closes nothing')
    const fixed = { ...NEUROPATHY, 'm-protein-spep': 'absent on 2024-01-03', 'm-protein-ife': 'absent on 2024-01-03' }
    expect(test(workup(fixed), 'serum-protein-electrophoresis').why).not.toContain('closes nothing')
    expect(test(workup(NEUROPATHY), 'serum-protein-electrophoresis').why).not.toContain('closes nothing')
  })

  it('repeats and does not order what was equivocal, or what two facts of one day contradict', () => {
    const equivocal = test(
      workup({ ...NEUROPATHY, 'm-protein-ife': 'equivocal on 2024-01-03' }),
      'serum-immunofixation',
    )
    expect(equivocal.status).toBe('repeat')
    const both = { ...NEUROPATHY, 'm-protein-ife': ['present on 2024-01-03', 'absent on 2024-01-03'] }
    expect(test(workup(both), 'serum-immunofixation').status).toBe('repeat')
  })

  it('repeats a raised VEGF that inflammation may explain, with the sentence of the knowledge', () => {
    const raised = {
      ...NEUROPATHY,
      'vegf-plasma': '400 pg/mL limit 86 on 2024-01-03',
      infection: 'present on 2024-01-03',
    }
    const vegf = test(workup(raised), 'vegf')
    expect(vegf.status).toBe('repeat')
    expect(vegf.why).toContain('repeat it when that has passed')
    expect(test(workup(MET), 'vegf').status).toBe('done')
  })

  it('repeats a negative immunofixation while the rest points to POEMS', () => {
    const high = {
      ...NEUROPATHY,
      'm-protein-ife': 'absent on 2024-01-03',
      'vegf-serum': '5000 pg/mL limit 500 on 2024-01-03',
    }
    expect(test(workup(high), 'serum-immunofixation')).toMatchObject({ status: 'repeat' })
    expect(
      test(workup({ ...NEUROPATHY, 'm-protein-ife': 'absent on 2024-01-03' }), 'serum-immunofixation').status,
    ).not.toBe('repeat')
  })

  it('leaves to the soonest test what several answer, and names it', () => {
    const items = workup(NEUROPATHY)
    expect(test(items, 'ct-bone-window').status).toBe('due')
    const pet = test(items, 'fdg-pet-ct')
    expect(pet.status).toBe('not-needed')
    expect(pet.why).toContain('CT of chest')
  })

  it('passes the question on once the soonest was done and left it open', () => {
    const scanned = {
      ...NEUROPATHY,
      'm-protein-ife': 'present on 2024-01-03',
      'lytic-bone-lesion': 'absent on 2024-01-04 method CT',
    }
    expect(test(workup(scanned), 'fdg-pet-ct').status).toBe('due')
  })

  it('has the baseline due for a person with POEMS, in the order of the gaps, after what the verdict waits for', () => {
    const items = workup({ ...MET, 'poems-syndrome': 'present on 2024-02-01' })
    const due = items.filter((item) => item.status === 'due' && item.open.length === 0).map((item) => item.test)
    expect(due[0]).toBe('echocardiogram')
    expect(due.indexOf('endocrine-panel')).toBeLessThan(due.indexOf('lung-function'))
    expect(due.indexOf('lung-function')).toBeLessThan(due.indexOf('marrow-biopsy'))
    expect(test(items, 'echocardiogram').why).toContain('baseline')
    expect(test(workup(NEUROPATHY), 'echocardiogram').status).toBe('not-needed')
  })

  it('takes a PET/CT in place of a CT for the baseline', () => {
    const known = { 'poems-syndrome': 'present on 2024-02-01', polyneuropathy: 'present', ...clone }
    const scanned = { ...known, ...metAll, 'fdg-avid-lesion': 'absent on 2024-02-02' }
    expect(test(workup({ ...known, ...metAll }), 'ct-bone-window').status).toBe('due')
    expect(test(workup(scanned), 'ct-bone-window').status).toBe('not-needed')
  })

  it('shows with each test how often it misses, its traps and its sources', () => {
    const spep = test(workup(NEUROPATHY), 'serum-protein-electrophoresis')
    expect(spep.performance.map((item) => item.says).join(' ')).toContain('30 to 46 %')
    expect(spep.traps[0]?.says).toContain('Never alone')
    for (const item of workup(NEUROPATHY)) {
      for (const said of [...item.performance, ...item.traps])
        expect(said.sources.length > 0 || said.proposal).toBe(true)
    }
  })
})

const ORDER = ['due', 'repeat', 'done', 'not-needed']
const clone = { 'm-protein-ife': 'present on 2024-01-03' }
/** Enough for the default set without any scan. */
const metAll = {
  'vegf-plasma': '900 pg/mL limit 86 on 2024-01-03',
  papilledema: 'present on 2024-01-05',
  hyperpigmentation: 'present on 2024-01-05',
}
