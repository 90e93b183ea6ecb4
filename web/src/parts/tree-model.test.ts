import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { casesFile } from '../../../src/load/files/cases.ts'
import type { FactView, TreeView } from '../../../src/schema/index.ts'
import { realEngine } from '../../../test/support/real.ts'
import en from '../../words/en/tree.json'
import { readSheet } from '../state/reading.ts'
import { addEntry, emptySheet, type Sheet, sheetOf, stateFinding } from '../state/sheet.ts'
import { sayer } from '../words/words.ts'
import { type Group, keysOf, type Leaf, placeOf, type Twig, twigsOf } from './tree-model.ts'
import { factWords, isTreeWord, whenWords } from './tree-words.ts'

const engine = realEngine()
const { rules } = engine.knowledge
const TODAY = '2026-11-27'
const read = (sheet: Sheet) => readSheet(engine, sheet, { today: TODAY }).assessment
const mayo = (sheet: Sheet) => {
  const set = read(sheet).criteria.find(({ id }) => id === 'mayo-2007')
  if (!set) throw new Error('no set')
  return twigsOf(set.tree, rules)
}
const stated = (...keys: readonly string[]) =>
  keys.reduce((sheet, key) => stateFinding(sheet, key, 'present', TODAY), emptySheet('test'))
const groups = (twigs: readonly Twig[]) => twigs.filter((twig): twig is Group => twig.is === 'group')
const leaf = (twigs: readonly Twig[], label: string): Leaf => {
  const found = groups(twigs)
    .flatMap(({ of }) => of)
    .find((twig): twig is Leaf => twig.is === 'leaf' && twig.label === label)
  if (!found) throw new Error(label)
  return found
}

/** Every twig, with what opens under it; beside each other, no two have the same name. */
function all(twigs: readonly Twig[]): readonly Twig[] {
  expect(new Set(twigs.map(({ id }) => id)).size).toBe(twigs.length)
  return twigs.flatMap((twig) => [twig, ...all(twig.is === 'group' ? twig.of : (twig.inner?.() ?? []))])
}

describe('the evidence tree', () => {
  it('counts as the criteria do: both of these, one of three, one of six', () => {
    const shape = groups(mayo(stated('polyneuropathy', 'm-protein-ife', 'papilledema', 'ascites')))
    expect(
      shape.map(({ counts, wanted, found, of, required }) => [counts, wanted, found, of.length, required]),
    ).toEqual([
      ['all', 2, 2, 2, true],
      ['at-least', 1, 0, 3, false],
      ['at-least', 1, 2, 6, false],
    ])
    expect(shape.map(({ glyph }) => glyph)).toEqual(['met', 'undetermined', 'met'])
  })

  it('takes from the rule how many of its members must hold', () => {
    const { reasons } = read(stated('polyneuropathy', 'ascites', 'papilledema', 'hyperpigmentation')).redFlags
    const flag = reasons.find(({ id }) => id === 'red-flag-neuropathy-with-two-systems')
    const counted = flag && groups(twigsOf(flag.tree, rules)).find(({ required }) => !required)
    expect(counted).toMatchObject({ counts: 'at-least', wanted: 2, found: 3, glyph: 'met' })
  })

  it('draws a finding by a disc with its fact, and a conflict by half a disc', () => {
    const both = addEntry(stated('papilledema', 'ascites'), 'findings', {
      key: 'papilledema',
      status: 'absent',
      when: TODAY,
    })
    const twigs = mayo(both)
    expect(leaf(twigs, 'Papilloedema')).toMatchObject({ glyph: 'conflict', reason: 'facts-contradict' })
    expect(leaf(twigs, 'Extravascular volume overload')).toMatchObject({
      glyph: 'present',
      facts: [{ key: 'ascites' }],
    })
    expect(leaf(twigs, 'Skin changes')).toMatchObject({ glyph: 'open', facts: [] })
  })

  it('does not take the sex for something said of a hormone', () => {
    const { head, ...lists } = emptySheet('test')
    const woman = { ...lists, head: { ...head, sex: 'female' as const } }
    expect(leaf(mayo(woman), 'Endocrinopathy').facts).toEqual([])
  })

  it('shows the question where a clinician has to judge', () => {
    const weak = leaf(mayo(stated('diabetes-mellitus', 'hypothyroidism')), 'Endocrinopathy')
    expect(weak.question).toMatch(/\?$/)
    expect(leaf(mayo(stated('ascites')), 'Endocrinopathy').question).toBeUndefined()
  })

  it('leads from a leaf to its row, and lights with every key it reads', () => {
    const overload = leaf(mayo(stated('ascites')), 'Extravascular volume overload')
    expect(placeOf(overload)).toBe('ascites')
    expect(overload.keys).toEqual(expect.arrayContaining(['volume-overload', 'ascites', 'pleural-effusion']))
    const counted = addEntry(emptySheet('test'), 'measurements', {
      key: 'platelets',
      value: 520,
      unit: '10*9/L',
      when: TODAY,
      referenceHigh: 400,
    })
    expect(placeOf(leaf(mayo(counted), 'Thrombocytosis or polycythaemia'))).toBe('platelets')
  })
})

const { cases } = casesFile(fileURLToPath(new URL('../../../cases', import.meta.url)), 'test')
it.each(cases.map(({ id, record }) => [id, record] as const))(
  'every tree of %s is drawn, down to its leaves',
  (_, record) => {
    const { criteria, redFlags } = read(sheetOf(record))
    for (const { tree } of [...criteria, ...redFlags.reasons]) {
      const twigs = all(twigsOf(tree, rules))
      expect(twigs.length).toBeGreaterThan(0)
      for (const twig of twigs) {
        if (twig.is === 'group') expect(twig.wanted).toBeLessThanOrEqual(Math.max(twig.of.length, 1))
        else expect(twig.reason === undefined || isTreeWord(`reason.${twig.reason}`)).toBe(true)
      }
    }
  },
)

describe('the words of a fact', () => {
  const fact: FactView = { key: 'ascites', label: 'Ascites', says: 'present', date: '2024-05-06', at: 'record' }
  const say = sayer('tree', en, 'en')

  it.each([
    [fact, 'Ascites', ''],
    [fact, 'Extravascular volume overload', 'Ascites'],
    [{ ...fact, says: 'absent' }, 'Ascites', 'absent'],
    [{ ...fact, says: 'present (520 × 10⁹/L)', madeFrom: 'platelets' }, 'Other', 'Ascites 520 × 10⁹/L'],
  ])('say no more than the label beside them leaves to say', (of, beside, words) => {
    expect(factWords(of, beside)).toBe(words)
  })

  it.each([
    ['baseline', 'at presentation'],
    ['undated', 'undated'],
    ['+4 mo', 'month 4'],
    ['-2', 'month −2'],
    ['2024-05-06', '6 May 2024'],
    ['2024', '2024'],
  ])('%s is said as %s', (date, words) => {
    expect(whenWords(date, say, 'en')).toBe(words.replaceAll(' ', words.startsWith('6') ? '\u00a0' : ' '))
  })
})

it('collects the keys of a tree that says nothing yet from what is missing', () => {
  const silent: TreeView = {
    kind: 'finding',
    value: 'unknown',
    label: 'Ascites',
    facts: [],
    missing: [{ key: 'ascites', label: 'Ascites', advice: 'order' }],
    sources: [],
    of: [],
  }
  expect(keysOf(silent)).toEqual(['ascites'])
})
