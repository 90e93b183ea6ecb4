import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { casesFile } from '../../../../../src/load/files/cases.ts'
import { realEngine } from '../../../../../test/support/real.ts'
import en from '../../../../words/en/verdict.json'
import { readSheet } from '../../../state/reading.ts'
import { emptySheet, type Sheet, sheetOf, stateFinding } from '../../../state/sheet.ts'
import { sayer } from '../../../words/words.ts'
import { afterColon, headlineOf, reasonsOf } from './headline.ts'
import { nounsOf, partsOf } from './nouns.ts'

const engine = realEngine()
const TODAY = '2026-11-27'
const { cases } = casesFile(fileURLToPath(new URL('../../../../../cases', import.meta.url)), 'test')
const say = sayer('verdict', en, 'en')

function read(sheet: Sheet) {
  const { assessment, record } = readSheet(engine, sheet, { today: TODAY })
  const empty = record.facts.length === 0 && record.courses.length === 0
  const rule = engine.knowledge.rules[assessment.conclusion.criteria]
  const headline = headlineOf(assessment, { empty, set: rule?.short ?? '' })
  const metOn = assessment.conclusion.metOn ?? 'none'
  const words = headline.id === undefined ? (headline.text ?? '') : say(headline.id, { ...headline.args, metOn })
  return { assessment, headline, words, reasons: reasonsOf(assessment) }
}

function stated(...keys: readonly string[]): Sheet {
  return keys.reduce((sheet, key) => stateFinding(sheet, key, 'present', TODAY), emptySheet('test'))
}

describe.each(cases.map(({ id, record }) => [id, record] as const))('the headline of %s', (_, record) => {
  const { assessment, headline, words, reasons } = read(sheetOf(record))
  const { conclusion } = assessment

  it('is a whole sentence that says no more than the conclusion', () => {
    expect(words).toMatch(/^[A-Z].*\*?\.\*?$/)
    expect(words).not.toMatch(/[{}]|undefined|none/)
    expect(words).not.toMatch(/diagnosis|positive|%/i)
    const says = { met: /(are|were) met/, 'not-met': /not met/, undetermined: /undetermined|Nothing in this record/ }
    if (conclusion.grade === 'weak') expect(words).not.toMatch(/met\b/)
    else expect(words).toMatch(says[conclusion.value])
  })

  it('has the ink of met only where the set is met on more than weak evidence', () => {
    expect(headline.ink === 'ink-yes').toBe(conclusion.value === 'met' && conclusion.grade !== 'weak')
  })

  it('leaves out no sentence that has no section of its own, and names what carries it', () => {
    const { recorded, facts, factsText = '', then } = reasons
    const shown = [recorded, facts, ...then].flatMap((sentence) => sentence?.id ?? [])
    const apart = conclusion.sentences.filter(({ id }) => !/^(red-flag\.|conclusion\.nothing$)/.test(id))
    expect(new Set(shown)).toEqual(new Set(apart.map(({ id }) => id)))
    if (!facts) return
    const set = assessment.criteria.find(({ id }) => id === conclusion.criteria)
    const nouns = set ? nounsOf(set.tree, engine.knowledge.rules) : []
    const parts = partsOf(factsText, facts, nouns)
    expect(parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')).toBe(factsText)
    const named = Object.values(facts.args).flatMap((value) => (Array.isArray(value) ? value : []))
    expect(parts.filter((part) => typeof part !== 'string')).toHaveLength(named.length)
  })
})

describe('the headline', () => {
  it('of an empty record says what to do, and gives no verdict', () => {
    expect(read(emptySheet('empty')).words).toBe('Nothing is stated yet.')
  })

  it('follows the record: undetermined, met, and met on weak evidence only', () => {
    const first = ['polyneuropathy', 'm-protein-ife']
    expect(read(stated(...first)).words).toBe('The Mayo criteria are *undetermined.*')
    const met = [...first, 'sclerotic-bone-lesion', 'peripheral-edema', 'hyperpigmentation']
    expect(read(stated(...met)).words).toBe('The Mayo criteria are met, *strongly*.')
    expect(read(stated(...met, 'amyloid-on-biopsy')).words).toBe(
      'The counts of the Mayo criteria are reached, *on weak evidence only.*',
    )
  })

  it('says of a diagnosed person when the criteria were met', () => {
    const sheet = stated(
      'polyneuropathy',
      'm-protein-ife',
      'sclerotic-bone-lesion',
      'peripheral-edema',
      'poems-syndrome',
    )
    const { words, reasons } = read(sheet)
    expect(words).toMatch(/^The Mayo criteria were met on 2026-11-27, /)
    expect(reasons.recorded?.text).toContain('recorded as diagnosed')
  })
})

it('cuts the lead off a sentence, and nothing off one without', () => {
  expect(afterColon('Red flag: too many platelets.')).toBe('Too many platelets.')
  expect(afterColon('Nothing to cut.')).toBe('Nothing to cut.')
})

it('has no word in the interface that calls a verdict positive, a diagnosis or a risk', () => {
  const not = /\bpositive\b|diagnosis: |\brisk\b|\d ?%/i
  expect(Object.values(en).filter((text) => not.test(text))).toEqual([])
})
