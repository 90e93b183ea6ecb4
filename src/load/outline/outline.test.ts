import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CARE_FOLDERS, libraryFile, loadKnowledge } from '../index.ts'
import { citationsIn } from '../walk.ts'
import { nameOf, outlineOf } from './index.ts'

const { knowledge, authored } = loadKnowledge(fileURLToPath(new URL('../../../knowledge', import.meta.url)))
if (!knowledge) throw new Error('the knowledge does not compile')
const library = libraryFile(authored, knowledge.version)
const entries = CARE_FOLDERS.flatMap((kind) => Object.keys(library.care[kind]).map((id) => ({ kind, id })))

/** Fields of an entry that a reader is owed, word by word. */
const OWED: ReadonlySet<string> = new Set(
  'says result setting n question answer why means term title label note plain check finding poems other feature here code standing heading'.split(
    ' ',
  ),
)

function* owed(content: unknown, name = ''): Generator<string> {
  if (typeof content === 'string') {
    if (OWED.has(name)) yield content
  } else if (Array.isArray(content)) for (const item of content) yield* owed(item, name)
  else if (typeof content === 'object' && content !== null) {
    if ('unverified' in content && content.unverified === true) return
    for (const [field, value] of Object.entries(content)) {
      // Conditions are drawn by whoever draws, and the plain words of an interval are for the guide.
      if (!['when', 'trigger', 'urgent', 'applies', 'relevant', 'examples'].includes(field)) yield* owed(value, field)
    }
  }
}

describe('outlineOf', () => {
  it('has an outline for every entry of the clinical path', () => {
    expect(entries.length).toBeGreaterThan(200)
    expect(entries.filter(({ kind, id }) => !outlineOf(kind, id, library, knowledge))).toEqual([])
  })

  it.each(CARE_FOLDERS.map((kind) => [kind]))('leaves out no word and no source of %s', (kind) => {
    for (const [id, content] of Object.entries(library.care[kind])) {
      const made = outlineOf(kind, id, library, knowledge)
      const text = JSON.stringify(made)
      for (const words of owed(kind === 'recovery' ? withoutPlain(content) : content)) {
        expect(text, `${kind}/${id}`).toContain(JSON.stringify(words).slice(1, -1))
      }
      const cited = new Set([...citationsIn(made)].map(({ citation }) => JSON.stringify(citation)))
      for (const { citation, path } of citationsIn(content)) {
        expect(cited.has(JSON.stringify(citation)), `${kind}/${id} ${path.join('.')}`).toBe(true)
      }
    }
  })

  it('keeps every worked example', () => {
    for (const { kind, id } of entries) {
      const content: object = library.care[kind][id] as object
      if (!('examples' in content) || !Array.isArray(content.examples)) continue
      const block = outlineOf(kind, id, library, knowledge)?.blocks.find(({ heading }) => heading === 'Examples')
      expect(block?.table?.rows, `${kind}/${id}`).toHaveLength(content.examples.length)
    }
  })

  it('knows no id that is none', () => {
    expect(outlineOf('risk', 'nothing', library, knowledge)).toBeUndefined()
    expect(outlineOf('glossary', '__proto__', library, knowledge)).toBeUndefined()
  })
})

function withoutPlain(content: object): object {
  return 'intervals' in content && Array.isArray(content.intervals)
    ? { ...content, intervals: content.intervals.map(({ plain: _, ...rest }: { plain: string }) => rest) }
    : content
}

describe('nameOf', () => {
  it.each([
    ['papilledema', 'Papilloedema'],
    ['serum-immunofixation', 'Serum immunofixation'],
    ['seven-factor', 'Seven factors for shorter survival'],
    ['nothing', 'nothing'],
  ])('%s is called %s', (id, name) => {
    expect(nameOf(id, library)).toBe(name)
  })
})
