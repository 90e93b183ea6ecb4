import { describe, expect, it } from 'vitest'
import { realEngine } from '../../test/support/real.ts'
import { NO_CARE } from '../schema/engine-care.ts'

/** Words of a prescription. Grays stand as background in works and are allowed; grams per litre are a laboratory value. */
const DOSE =
  /\b\d+(?:[.,]\d+)?\s?(?:mg|µg|ug|mcg|g\/m²|mg\/m²|mg\/m2|mg\/kg|IU)\b(?!\/d?L)|\bmg\b(?!\/d?L)|\b(?:once|twice|three times) (?:a day|daily|weekly|a week)\b|\bdays? \d+\s?(?:[,–-]|to|and)\s?\d+|\bevery (?:\d+|other) (?:days?|weeks?)\b|\bcycles? of \d+|\b\d+[- ]day cycles?\b|\bper os\b|\btablets? of \d/i

/** Everything a section about treatment can say, with the way to it. */
function* wordsIn(value: unknown, path: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* wordsIn(item, `${path}/${i}`)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      if (name !== 'sources' && name !== 'when') yield* wordsIn(item, `${path}/${name}`)
    }
  }
}

describe('the words about treatment', () => {
  const { care, conflicts, phrases } = realEngine().knowledge

  it.each(Object.keys(NO_CARE) as (keyof typeof care)[])('name no dose and no schedule: %s', (kind) => {
    const found = [...wordsIn(care[kind], kind)].filter(([, text]) => DOSE.test(text))
    expect(found).toEqual([])
  })

  it('name none in conflicts and sentences either', () => {
    const found = [...wordsIn(conflicts, 'conflicts'), ...wordsIn(phrases, 'phrases')].filter(([, text]) =>
      DOSE.test(text),
    )
    expect(found).toEqual([])
  })

  it.each([
    'Lenalidomide 25 mg',
    'melphalan 140 mg/m2',
    'on days 1 to 21',
    'days 1, 8 and 15',
    'twice daily',
    'once a week',
    'every 28 days',
    'a 28-day cycle',
    'dexamethasone in mg by weight',
  ])('would be refused: %s', (text) => {
    expect(text).toMatch(DOSE)
  })

  it.each([
    'albumin < 3.2 g/dL',
    'a protein of 313 mg/dL',
    'about 40 to 50 Gy',
    'every six months',
    'within 30 days of the transplant',
  ])('may stand: %s', (text) => {
    expect(text).not.toMatch(DOSE)
  })

  it('is about enough of them to mean something', () => {
    expect(
      [
        ...wordsIn(care.regimens, 'regimens'),
        ...wordsIn(care.cautions, 'cautions'),
        ...wordsIn(care.pathway, 'pathway'),
      ].length,
    ).toBeGreaterThan(400)
  })

  it('never orders: no option is said as an imperative', () => {
    const says = [...wordsIn(care.pathway, 'pathway')]
      .filter(([path]) => path.endsWith('/says'))
      .map(([, text]) => text)
    for (const text of says) expect(text).not.toMatch(/^(Give|Start|Administer|Prescribe|Treat with|Begin)\b/)
  })
})
