import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../../test/support/engine.ts'
import { CARE_FOLDERS, type LibraryFile } from '../../load/index.ts'
import { entryOf, kindsOf, nearest } from './find.ts'

const { knowledge } = makeEngine({ phrases: { 'conclusion.met': 'Met.' } })
const finding = (label: string, aliases: string[] = []) => ({
  label,
  plain: 'Plain.',
  kind: 'finding' as const,
  group: 'g',
  aliases,
  usedBy: [],
})
const care = Object.fromEntries(CARE_FOLDERS.map((folder) => [folder, {}])) as LibraryFile['care']
const library: LibraryFile = {
  version: 'test',
  findings: {
    papilledema: finding('Papilloedema', ['choked disc']),
    organomegaly: finding('Organomegaly'),
    hyperparathyroidism: finding('Hyperparathyroidism'),
    'pth-index': finding('Index'),
    pth: finding('PTH'),
  },
  rules: { organomegaly: { title: 'Organomegaly', sources: [], examples: [], section: 'derived', usedBy: [] } },
  sources: {},
  workup: {},
  measured: {},
  confounders: {},
  conflicts: {},
  care: {
    ...care,
    glossary: { papilloedema: { term: 'Papilloedema', means: 'A swollen disc.' } },
    support: { pth: { title: 'PTH', options: [{ says: 'Help.' }] } },
  },
}

describe('kindsOf', () => {
  it.each([
    ['organomegaly', ['findings', 'rules']],
    ['conclusion.met', ['phrases']],
    ['papilloedema', ['glossary']],
    ['pth', ['findings', 'support']],
    ['nothing', []],
    ['__proto__', []],
    ['constructor', []],
  ])('%s names %j', (id, kinds) => {
    expect(kindsOf(id, library, knowledge)).toEqual(kinds)
  })

  it('gives the entry as it was written', () => {
    expect(entryOf('phrases', 'conclusion.met', library, knowledge)).toBe('Met.')
    expect(entryOf('findings', 'papilledema', library, knowledge)).toBe(library.findings.papilledema)
  })
})

describe('nearest', () => {
  it.each([
    ['papiledema', ['papilledema', 'papilloedema']],
    ['PAPILLEDEMA', ['papilledema', 'papilloedema']],
    ['Papilloedema', ['papilledema', 'papilloedema']],
    ['choked disc', ['papilledema']],
    ['parathyroid', ['hyperparathyroidism']],
    // The nearer one first, whatever their order in the library.
    ['pthh', ['pth']],
    ['pth-', ['pth', 'pth-index']],
    ['zzzzzzzzzzzz', []],
  ])('%s: %j', (word, ids) => {
    expect(nearest(word, library, knowledge)).toEqual(ids)
  })
})
