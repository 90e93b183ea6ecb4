import { describe, expect, it } from 'vitest'
import { realGuide } from '../../../test/support/persons.ts'
import { readingOf } from '../../../test/support/reading-level.ts'
import en from '../../words/en/companion.json' with { type: 'json' }
import { sayer } from '../words/words.ts'

/** The highest grade a text of the companion may have, the hardest sentence, and the longest. */
const GRADE = 8
const HARDEST = 10
const LONG = 20

/** What a message needs to be said: each word it may hold once, small. */
const ARGS = {
  number: 3,
  done: 1,
  count: 2,
  what: 'snoring at night',
  date: '1 May 2026',
  question: 'Can it come back?',
  low: 1,
  high: 9,
}

const file = realGuide()
const TERMS = file.glossary.flatMap((id) => [
  file.messages[`glossary.${id}.term`] ?? '',
  ...(file.messages[`glossary.${id}.also`]?.split('; ') ?? []),
])
const say = sayer('companion', en, 'en')
const ids = Object.keys(en).filter((id): id is keyof typeof en => id in en)
// Names of buttons and fields are no sentences.
const sentences = ids.map((id) => [id, say(id, ARGS)] as const).filter(([, text]) => /[.?]/.test(text))

describe('the words of the companion', () => {
  it('are many enough to be measured', () => expect(sentences.length).toBeGreaterThan(40))

  it.each(sentences)('%s is easy to read', (_, text) => {
    const { grade, hardest, sentences: lengths } = readingOf(text, TERMS)
    // Two or three words make no grade.
    if (lengths.reduce((sum, length) => sum + length, 0) > 5) expect(grade, text).toBeLessThanOrEqual(GRADE)
    expect(hardest, text).toBeLessThanOrEqual(HARDEST)
    expect(Math.max(...lengths), text).toBeLessThan(LONG)
  })

  it('never speak of what the companion does not show', () => {
    const all = ids.map((id) => say(id, ARGS)).join('\n')
    expect(all).not.toMatch(
      /\b(met|criteri\w*|verdict|undetermined|grade|red flag|surviv\w*|mortality|prognos\w*|die[sd]?|death)\b/i,
    )
  })
})
