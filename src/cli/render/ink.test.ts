import { describe, expect, it } from 'vitest'
import { inks, wantsColour } from './ink.ts'
import { letterSign, verdictSign } from './signs.ts'

describe('wantsColour', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [undefined, { CI: 'true' }, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ])('terminal %s with %j: %s', (isTTY, env, wanted) => {
    expect(wantsColour({ isTTY, env })).toBe(wanted)
  })
})

describe('signs and inks', () => {
  const ink = inks(true)
  const paint = (name: keyof typeof ink) => ink[name]('x')

  it('never uses green', () => {
    const greens = ['\u001b[32m', '\u001b[92m']
    for (const name of Object.keys(ink))
      for (const green of greens) expect(paint(name as keyof typeof ink)).not.toContain(green)
  })

  it('does not give weak evidence the word, nor the ink, of met', () => {
    const met = verdictSign('met', 'strong')
    const weak = verdictSign('met', 'weak')
    expect(weak.word).not.toContain('met')
    expect(paint(weak.ink)).not.toBe(paint(met.ink))
  })

  it('tells every state by sign or word, colour aside', () => {
    const states = [
      letterSign({ value: true, undecided: false, flagged: false }),
      letterSign({ value: true, undecided: false, flagged: true }),
      letterSign({ value: false, undecided: false, flagged: false }),
      letterSign({ value: 'unknown', undecided: false, flagged: false }),
      letterSign({ value: 'unknown', undecided: true, flagged: false }),
      verdictSign('met'),
      verdictSign('met', 'weak'),
      verdictSign('not-met'),
      verdictSign('undetermined'),
    ].map(({ glyph, word }) => `${glyph} ${word}`)
    expect(new Set(states).size).toBe(states.length)
    expect(states).toContain('◌ not stated')
  })

  it('is the text itself without colour', () => {
    expect(inks(false).clash('x')).toBe('x')
  })
})
