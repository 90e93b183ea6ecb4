import { describe, expect, it } from 'vitest'
import { type Change, changed } from '../../test/support/sound-knowledge.ts'
import { kindOf } from './kinds.ts'
import { didYouMean } from './near.ts'
import { readKnowledge } from './read.ts'

const SET = 'rules/criteria/set-one.yaml'

function problemsOf(...changes: readonly Change[]) {
  return readKnowledge(changed(...changes)).problems.map(
    ({ code, at, what, hint }) => `${at} ${code}: ${what} (${hint})`,
  )
}

describe('reading knowledge', () => {
  it('gives each entry its id, section and lines', () => {
    const { authored, problems } = readKnowledge(changed())
    expect(problems).toEqual([])
    const entry = authored.rules.get('set-one')
    expect(entry?.section).toBe('criteria')
    expect(entry?.at(['when', 'all', 1, 'of', 0, 'finding'])).toBe(`knowledge/${SET}:8`)
    expect(entry?.at(['no', 'such', 'place'])).toBe(`knowledge/${SET}:1`)
    expect(authored.phrases.get('en')?.get('flag.one')).toEqual({
      text: 'Look again.',
      at: 'knowledge/phrases/en/all.yaml:3',
    })
  })

  it('speaks of the node that was meant, not of all kinds of node', () => {
    expect(problemsOf({ file: SET, replace: 'at-least: 1', with: 'at-least: many' })).toEqual([
      `knowledge/${SET}:6 knowledge-invalid: when / all / 1 / at-least: "many" is not a integer ()`,
    ])
    expect(problemsOf({ file: SET, replace: 'finding: fever', with: 'findng: fever' })).toEqual([
      `knowledge/${SET}:8 knowledge-invalid: when / all / 1 / of / 0: a node with findng, which is no kind of node (did you mean finding?)`,
    ])
    expect(
      problemsOf({ file: SET, replace: 'rule: swelling', with: 'rule: swelling\n      finding: fever' })[0],
    ).toMatch(/one node is finding and rule at once/)
  })

  it.each([
    ['a field that is not there', 'title: A set\n', '', /:1 knowledge-invalid: "title" is missing/],
    [
      'a field too many',
      'title: A set',
      'title: A set\ntitel: x',
      /:2 knowledge-invalid: titel: "titel" is not a field here \(did you mean title\?\)/,
    ],
    ['a number for a text', 'title: A set', 'title: 12', /title: 12 is not a string \(write it in quotes\)/],
    [
      'a text for a list',
      '[{ work: work-one, at: table 2 }]',
      'work-one',
      /sources: "work-one" where a list is expected/,
    ],
    [
      'a word that is no choice',
      'then: undetermined',
      'then: unknown',
      /"unknown" is none of met, not-met, undetermined/,
    ],
    [
      'a comparison without sign',
      '">= 450 10*3/uL"',
      '"450 10*3/uL"',
      /not written as it must be \(comparator, number, UCUM unit/,
    ],
    ['a name twice', 'title: A set', 'title: A set\ntitle: B', /:2 yaml-broken: Map keys must be unique/],
    ['broken YAML', 'title: A set', 'title: "A set', /yaml-broken/],
  ])('names %s with its line', (_, replace, by, message) => {
    expect(problemsOf({ file: SET, replace, with: by }).join('\n')).toMatch(message)
  })

  it('leaves out what is wrong and reads the rest', () => {
    const { authored, problems } = readKnowledge(changed({ file: SET, replace: 'title: A set\n', with: '' }))
    expect(problems).toHaveLength(1)
    expect(authored.rules.has('set-one')).toBe(false)
    expect(authored.rules.has('swelling')).toBe(true)
  })

  it.each([
    ['findings/Fever-2.yaml', 'label: x', /file-name: "Fever-2" cannot be an id/],
    ['finding/fever.yaml', 'label: x', /file-misplaced: no schema reads finding\/fever\.yaml/],
    ['findings/empty.yaml', '# nothing\n', /file-empty/],
    ['findings/two.yaml', 'a: 1\n---\nb: 2\n', /yaml-broken/],
    ['findings/list.yaml', '- a\n', /\["a"\] where fields are expected/],
    ['rules/derived/set-one.yaml', 'title: A set', /"sources" is missing/],
  ])('refuses %s', (file, text, message) => {
    expect(problemsOf({ file, with: text }).join('\n')).toMatch(message)
  })

  it('refuses one id in two folders of its kind', () => {
    const [{ text = '' } = {}] = changed().filter(({ path }) => path === SET)
    expect(problemsOf({ file: 'rules/derived/set-one.yaml', with: text })).toEqual([
      `knowledge/rules/derived/set-one.yaml:1 id-twice: set-one is also in knowledge/${SET}:1 (an id belongs to one file of its kind)`,
    ])
  })

  it('has one hash for one text, whatever the order of the files', () => {
    const files = changed()
    const { hash } = readKnowledge(files).authored
    expect(readKnowledge([...files].reverse()).authored.hash).toBe(hash)
    expect(readKnowledge(changed({ file: SET, replace: 'A set', with: 'A Set' })).authored.hash).not.toBe(hash)
  })
})

describe('kindOf', () => {
  it('knows folders and single files apart', () => {
    expect(kindOf('rules/criteria/mayo-2007.yaml')).toBe('rules')
    expect(kindOf('settings.yaml')).toBe('settings')
    expect(kindOf('settings/x.yaml')).toBeUndefined()
    expect(kindOf('findings.yaml')).toBeUndefined()
    expect(kindOf('toString/x.yaml')).toBeUndefined()
  })
})

describe('didYouMean', () => {
  it('names the nearest word, and none when nothing is near', () => {
    expect(didYouMean('papiledema', ['papilloma', 'papilledema'])).toBe('did you mean papilledema?')
    expect(didYouMean('fever', ['oedema', 'platelets'])).toBe('')
  })
})
