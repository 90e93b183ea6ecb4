import { describe, expect, it } from 'vitest'
import { readRecord } from '../../../../../src/adapters/case/record.ts'
import type { AuthoredRecord } from '../../../../../src/schema/record.ts'
import { realEngine } from '../../../../../test/support/real.ts'
import { along, axisOf, dayOf, isoOf, nearest, stepped } from './replay-axis.ts'

const engine = realEngine()
const TODAY = dayOf('2026-11-27') ?? 0

function lineOf(record: Partial<AuthoredRecord>) {
  const read = readRecord('test', { format: 'scansion.record/1', id: 'test', ...record }, engine)
  if (!read.record) throw new Error('not read')
  return axisOf(read.record, TODAY)
}

const finding = (key: string, when: string) => ({ key, status: 'present' as const, when })
const dated = {
  findings: [
    finding('polyneuropathy', '2024-01-01'),
    finding('ascites', '2024-01-11'),
    finding('plethora', '2024-04-10'),
  ],
  courses: [{ with: ['ivig'], start: '2024-02-01', stop: '2024-03-01' }],
}

describe('the line of a record', () => {
  const axis = lineOf(dated)

  it('runs from the first day on which something was known to the last', () => {
    expect(axis?.days.map(isoOf)).toEqual(['2024-01-01', '2024-01-11', '2024-02-01', '2024-03-01', '2024-04-10'])
    expect(axis && [along(axis, axis.start), along(axis, axis.start + 50), along(axis, axis.end)]).toEqual([0, 0.5, 1])
  })

  it('stops at known days only, in both directions and at the ends', () => {
    if (!axis) throw new Error('no line')
    const from = (date: string, steps: number) => isoOf(stepped(axis, dayOf(date) ?? 0, steps))
    expect(from('2024-01-11', 1)).toBe('2024-02-01')
    expect(from('2024-01-11', -1)).toBe('2024-01-01')
    expect(from('2024-01-20', -1)).toBe('2024-01-11')
    expect(from('2024-04-10', 1)).toBe('2024-04-10')
    expect(from('2024-01-01', -5)).toBe('2024-01-01')
    expect(from('2024-01-01', 5)).toBe('2024-04-10')
    expect(isoOf(nearest(axis, dayOf('2024-01-14') ?? 0))).toBe('2024-01-11')
  })

  it('places a course, and one that still runs up to the end', () => {
    expect(axis?.courses).toMatchObject([
      { with: ['ivig'], from: dayOf('2024-02-01'), to: dayOf('2024-03-01'), open: false },
    ])
    const open = lineOf({ ...dated, courses: [{ with: ['ivig'], start: '2024-02-01' }] })
    expect(open?.courses).toMatchObject([{ to: dayOf('2024-04-10'), open: true }])
  })

  it('leaves out what lies ahead, and is no line where there are not two days', () => {
    expect(lineOf({ findings: [finding('ascites', '2024-01-01'), finding('plethora', '2030-01-01')] })).toBeUndefined()
    expect(lineOf({ findings: [{ key: 'ascites', status: 'present' }] })).toBeUndefined()
  })

  it('is no line where the times are months from an undated presentation', () => {
    expect(lineOf({ findings: [finding('ascites', 'baseline'), finding('plethora', '3')] })).toBeUndefined()
  })
})
