import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { assessment } from '../../test/support/assessment.ts'
import type { Problem } from '../schema/problem.ts'
import { progressOn } from './progress.ts'
import { Summary } from './summary.ts'

const stream = (isTTY = false) => Object.assign(new PassThrough(), { isTTY })
const io = (err = stream(), out = stream()) => ({ stdin: stream(), stdout: out, stderr: err, env: {} })
const trouble = (code: string, at: string): Problem => ({ code, at, what: 'what', hint: 'hint' })
const verdict = (value: 'met' | 'not-met' | 'undetermined', grade?: 'weak', problems: Problem[] = []) => {
  const made = assessment({ problems })
  return { ...made, conclusion: { ...made.conclusion, value, ...(grade ? { grade } : {}) } }
}

function told(summary: Summary, quiet = false): string {
  const err = stream()
  summary.tell(io(err), quiet)
  return String(err.read() ?? '')
}

describe('Summary', () => {
  it('counts records by verdict, weak ones apart', () => {
    const summary = new Summary()
    summary.count('a', verdict('met', 'weak'), [], false)
    summary.count('b', verdict('met'), [], false)
    summary.count('c', verdict('undetermined'), [], false)
    expect(told(summary)).toBe('3 records assessed: 2 met (1 of them on weak evidence), 1 undetermined. No problems.\n')
    expect(summary.lost).toBe(false)
  })

  it('tells the problems of inputs without a page, and where they are', () => {
    const summary = new Summary()
    summary.count('a.json', verdict('met', undefined, [trouble('unit-missing', 'a.json#/x')]), [], true)
    summary.count('b.json', undefined, [trouble('json-broken', 'b.json:3')], false)
    const text = told(summary)
    expect(text).toContain('json-broken  b.json:3')
    expect(text).not.toContain('unit-missing')
    expect(text).toContain('1 record assessed: 1 met. 2 problems in 2 inputs, the first in a.json.')
    expect(summary.lost).toBe(true)
  })

  it('loses nothing to a problem that only warns', () => {
    const summary = new Summary()
    summary.count('a', verdict('met', undefined, [trouble('facts-contradict', 'a')]), [], true)
    expect(summary.lost).toBe(false)
  })

  it('lists twenty problems and counts the rest', () => {
    const summary = new Summary()
    for (let i = 0; i < 30; i++) summary.count(`${i}`, undefined, [trouble('json-broken', `${i}`)], false)
    const text = told(summary)
    expect(text.match(/json-broken/g)).toHaveLength(20)
    expect(text).toContain('30 problems in 30 inputs, the first in 0. The first 20 are listed above.')
  })

  it('says nothing after a single clean page', () => {
    const summary = new Summary()
    summary.count('a', verdict('met'), [], true)
    expect(told(summary, true)).toBe('')
  })
})

describe('progressOn', () => {
  const run = (out: boolean, err: boolean, seconds: number): string => {
    const streams = io(stream(err), stream(out))
    let time = 0
    const progress = progressOn(streams, 10, () => time)
    time = seconds * 1000
    progress.at(4, 7)
    progress.end()
    return String(streams.stderr.read() ?? '')
  }

  it('counts on a terminal once it takes long, and wipes its line', () => {
    expect(run(false, true, 3)).toBe('\r\u001b[K4 of 10 files, 7 records\r\u001b[K')
  })

  it.each([
    [false, true, 1],
    [false, false, 3],
    [true, true, 3],
  ])('is silent with stdout a terminal %s, stderr %s, after %i s', (out, err, seconds) => {
    expect(run(out, err, seconds)).toBe('')
  })
})
