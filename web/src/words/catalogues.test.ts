import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { isLanguage, LANGUAGES } from './words.ts'

/** The catalogues of the interface in every language, laid beside the English they were made from. */
const folder = fileURLToPath(new URL('../../words/', import.meta.url))

type Catalogue = Readonly<Record<string, string>>
type Element = ReturnType<IntlMessageFormat['getAst']>[number]

const namesIn = (path: string) => readdirSync(`${folder}${path}`).filter((name) => name.endsWith('.json'))
const read = (language: string, name: string): Catalogue =>
  JSON.parse(readFileSync(`${folder}${language}/${name}`, 'utf8'))

const parse = (text: string, language: string) =>
  new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst()

/** Names of all arguments of a message, those inside its options too. */
function argumentsOf(elements: readonly Element[]): readonly string[] {
  const found = elements.flatMap((element) => {
    // 0 is plain text, 7 the # of a plural; 5 is select, 6 plural.
    if (element.type === 0 || element.type === 7) return []
    const inside =
      element.type === 5 || element.type === 6
        ? Object.values(element.options).flatMap(({ value }) => argumentsOf(value))
        : []
    return [element.value, ...inside]
  })
  return [...new Set(found)].sort()
}

/** The keys of plurals and the options of selects: "count plural one", "sex select male". */
function optionsOf(elements: readonly Element[]): readonly (readonly [name: string, kind: string, option: string])[] {
  return elements.flatMap((element) =>
    element.type === 5 || element.type === 6
      ? Object.entries(element.options).flatMap(([option, { value }]) => [
          [element.value, element.type === 5 ? 'select' : 'plural', option] as const,
          ...optionsOf(value),
        ])
      : [],
  )
}

/** Marks that the page reads: italics, ways, keys in parentheses. */
const marksOf = (text: string) => [...(text.match(/\*|<\/?[a-z]+>|[(（][pan](?=[)）,、])/g) ?? [])].map(western).sort()
const western = (mark: string) => mark.replace('（', '(')

/** Examples of the box of findings, which reads English. */
const READ_BY_THE_BOX = /ascites · .*lambda/

const areas = namesIn('en')
const languages = Object.keys(LANGUAGES).filter((language) => language !== 'en')
const each = languages.flatMap((language) => areas.map((area) => [language, area] as const))

/** States, and the English by which each is known in whatever area. */
const STATES = ['present', 'absent', 'not stated', 'met', 'not met', 'undetermined']

it('has a folder for every language of the settings, and no other', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )
  expect(folders.every(isLanguage)).toBe(true)
  expect(folders.sort()).toEqual(Object.keys(LANGUAGES).sort())
})

describe.each(languages)('%s', (language) => {
  it('has only areas that English has', () => {
    expect(areas).toEqual(expect.arrayContaining(namesIn(language)))
  })

  it('says each state in one way, and no two alike', () => {
    const said = new Map<string, Set<string>>()
    for (const area of areas) {
      const own = read(language, area)
      for (const [id, text] of Object.entries(read('en', area)))
        if (STATES.includes(text) && own[id] !== undefined) said.set(text, (said.get(text) ?? new Set()).add(own[id]))
    }
    expect([...said.keys()].sort()).toEqual([...STATES].sort())
    const words = [...said.values()].map((set) => [...set])
    expect(words.filter(({ length }) => length > 1)).toEqual([])
    expect(new Set(words.flat()).size).toBe(STATES.length)
  })
})

describe.each(each)('%s/%s', (language, area) => {
  const english = read('en', area)
  const own = read(language, area)
  const ids = Object.keys(own)

  it('has only ids that English has, in its order, and no empty text', () => {
    expect(ids).toEqual(Object.keys(english).filter((id) => own[id] !== undefined))
    expect(ids.filter((id) => own[id]?.trim() === '' && english[id]?.trim() !== '')).toEqual([])
  })

  it('says every message with the arguments, options and marks of the English', () => {
    const wrong = ids.flatMap((id) => {
      const [theirs, ours] = [own[id] ?? '', english[id] ?? '']
      const [a, b] = [parse(theirs, language), parse(ours, 'en')]
      const select = (of: typeof a) =>
        [
          ...new Set(optionsOf(of).flatMap(([name, kind, option]) => (kind === 'select' ? `${name} ${option}` : []))),
        ].sort()
      return [
        argumentsOf(a).join() === argumentsOf(b).join()
          ? []
          : `${id}: arguments ${argumentsOf(a)} for ${argumentsOf(b)}`,
        select(a).join() === select(b).join() ? [] : `${id}: options ${select(a)} for ${select(b)}`,
        marksOf(theirs).join() === marksOf(ours).join() ? [] : `${id}: marks ${marksOf(theirs)} for ${marksOf(ours)}`,
      ].flat()
    })
    expect(wrong).toEqual([])
  })

  it('uses only plurals that the language has', () => {
    const known = new Set(new Intl.PluralRules(language).resolvedOptions().pluralCategories)
    const wrong = ids.flatMap((id) =>
      optionsOf(parse(own[id] ?? '', language)).flatMap(([, kind, option]) =>
        kind === 'select' || option.startsWith('=') || [...known].some((category) => category === option)
          ? []
          : `${id}: ${option}`,
      ),
    )
    expect(wrong).toEqual([])
  })

  it('leaves in English what the box of findings reads', () => {
    for (const id of ids) {
      const example = READ_BY_THE_BOX.exec(english[id] ?? '')?.[0]
      if (example !== undefined) expect(own[id]).toContain(example)
    }
  })
})

/** Of the companion, sentences that advise on health wait for a person. */
const COMPANION = 'companion.json'
const SHARE = 0.95

it('translates nearly all of what surrounds the clinical text', () => {
  for (const language of languages) {
    const missing = areas.flatMap((area) => {
      const own = namesIn(language).includes(area) ? read(language, area) : {}
      return Object.keys(read('en', area)).flatMap((id) => (own[id] === undefined ? [{ area, id }] : []))
    })
    const counted = areas.filter((area) => area !== COMPANION)
    const of = counted.reduce((sum, area) => sum + Object.keys(read('en', area)).length, 0)
    const has = of - missing.filter(({ area }) => area !== COMPANION).length
    console.log(
      `${language}: ${has} of ${of}; left in English: ${missing.map(({ area, id }) => `${area} ${id}`).join(', ')}`,
    )
    expect(has / of, language).toBeGreaterThanOrEqual(SHARE)
  }
})
