import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sign } from '../assess/index.ts'
import { createEngine } from '../core/index.ts'
import { CARE_FOLDERS, libraryFile, loadKnowledge, outlineOf } from '../load/index.ts'
import { carePath } from './care-places.ts'
import { anchor } from './markdown.ts'
import { pages } from './pages.ts'

const { knowledge, authored } = loadKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url)))
if (!knowledge) throw new Error('the knowledge does not compile')
const library = libraryFile(authored, knowledge.version)
const written = pages({ library, engine: createEngine(knowledge) })
const page = (path: string) => written.get(path) ?? ''

/** Keys that are words of the field as well. */
const ALSO_WORDS: ReadonlySet<string> = new Set(['light-chain', 'heavy-chain'])

/** The page on which an id is told. */
function placeOf(id: string): string | undefined {
  if (Object.hasOwn(library.findings, id)) return `findings/${id}.md`
  const rule = library.rules[id]
  if (rule) return `${rule.section}/${id}.md`
  if (Object.hasOwn(library.workup, id)) return 'workup.md'
  const kind = CARE_FOLDERS.find((folder) => Object.hasOwn(library.care[folder], id))
  return kind && carePath(kind, id).split('#')[0]
}

describe('reference pages', () => {
  it('has a page for each rule and each finding', () => {
    for (const [id, { section }] of Object.entries(library.rules)) expect(written.has(`${section}/${id}.md`)).toBe(true)
    for (const key of Object.keys(library.findings)) expect(written.has(`findings/${key}.md`)).toBe(true)
  })

  it('says the Mayo rule in words, with its counts', () => {
    const mayo = page('criteria/mayo-2007.md')
    expect(mayo).toContain('**All four of these**')
    expect(mayo).toMatch(/Another major criterion .*: \*\*at least one of these three\*\*/)
    expect(mayo).toMatch(/A minor criterion: \*\*at least one of these six\*\*/)
    expect(mayo).toContain('[Papilloedema](../findings/papilledema.md)')
    expect(mayo).toContain('not yet reviewed by a clinician')
  })

  it('writes thresholds with their units, and what holds without a printed limit', () => {
    expect(page('derived/elevated-vegf.md')).toContain(
      "above the laboratory's own upper limit; where the report prints no limit: 1000 pg/mL or more; from before treatment",
    )
    expect(page('findings/platelets.md')).toContain('without a printed limit ≥ 450 × 10⁹/L')
  })

  it('tells every part of a criteria set on its own page, to be signed', () => {
    const mayo = page('criteria/mayo-2007.md')
    expect(mayo).toContain('### Thrombocytosis or polycythaemia')
    expect(mayo).toMatch(/Also read from: \[Platelet count\].*: 450 × 10⁹\/L or more \[\[/)
    expect(mayo).toMatch(/- \[M-protein on serum immunofixation\]\([^)]*\): stated absent/)
    expect(mayo).toMatch(/Sclerotic bone lesion\]\([^)]*\): not shown/)
    expect(mayo).toContain('the six listed above under “a minor criterion”')
    expect(mayo).toMatch(/\| Fingerprint \|.*Signature \|\n.*\n\| `[0-9a-f]{12}` \|/)
  })

  it('leaves no key, no bare number of members and no empty reason to the reader of a criteria set', () => {
    for (const [path, text] of written) {
      if (!path.startsWith('criteria/')) continue
      const seen = text.replaceAll(/\]\([^)]*\)/g, ']').replaceAll(/<!--.*-->|id `[^`]*`/g, '')
      for (const key of [...Object.keys(library.findings), ...Object.keys(library.rules)])
        if (key.includes('-') && !ALSO_WORDS.has(key))
          expect(seen, `${path} names ${key}`).not.toMatch(new RegExp(`(?<![\\w-])${key}(?![\\w-])`))
      expect(seen, path).not.toMatch(/of these \d/)
      const examples = /## Examples\n\n([\s\S]*?)\n\n/.exec(seen)?.[1] ?? ''
      for (const row of examples.split('\n').slice(2)) expect(row, path).not.toMatch(/\|\s+\|$/)
    }
  })

  it('marks proposals and names the place in each work', () => {
    expect(page('derived/elevated-vegf.md')).toContain("*(Scansion's proposal)*")
    expect(page('derived/elevated-vegf.md')).toMatch(
      /\d+\. \[Dispenzieri A, Blood 2012\]\(\.\.\/sources\.md#hit12\): table 1/,
    )
  })

  it('shows every conflict beside what it is about', () => {
    for (const [id, { about = [] }] of Object.entries(library.conflicts)) {
      for (const key of about) {
        const path = placeOf(key)
        if (path === undefined) throw new Error(`conflict ${id} is about "${key}", which has no page`)
        expect(page(path), `${path} shows ${id}`).toContain(`conflicts.md#${id})`)
      }
    }
  })

  it.each(CARE_FOLDERS.map((kind) => [kind]))('tells all of %s under the id of each entry', (kind) => {
    for (const id of Object.keys(library.care[kind])) {
      const [path = '', anchorOf] = carePath(kind, id).split('#')
      const text = page(path).replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      if (anchorOf !== undefined) expect(text).toContain(`<a id="${id}"></a>`)
      const made = outlineOf(kind, id, library, knowledge)
      const cells = made?.blocks.flatMap(({ table }) => (table?.rows ?? []).flatMap((row) => row.cells)) ?? []
      const lines = made?.blocks.flatMap(({ lines = [] }) => lines.map((line) => line.text)) ?? []
      for (const words of [...lines, ...cells, made?.title ?? '', made?.lead ?? '']) {
        const shown = [words, sign(words)].some((form) => text.toLowerCase().includes(form.toLowerCase()))
        expect(shown, `${path} ${id}: ${words}`).toBe(true)
      }
    }
  })

  it('marks proposals of the clinical path, and numbers their works', () => {
    expect(page('risk.md')).toMatch(/none attaches a survival figure.*\*\(Scansion's proposal\)\*/)
    expect(page('treatment.md')).toMatch(/Pregnancy must be excluded/)
    expect(page('differential.md')).toMatch(/\| Thrombocytosis \| 53\.7 % of 136 .* cidp \[\[\d+\]\]\(#sources\) \|/)
    expect(page('risk.md')).toContain('(conflict [age-fifty](conflicts.md#age-fifty))')
  })

  it('links only to pages and anchors that are there', () => {
    const byHand = new Set(['record.md', 'assessment.md', 'cli.md'])
    const broken: string[] = []
    for (const [path, text] of written) {
      const own = (of: string) => [
        ...[...of.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchor(heading)),
        ...[...of.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id),
      ]
      for (const [, target = ''] of text.matchAll(/\]\(([^)]*)\)/g)) {
        if (/^https?:/.test(target)) continue
        const [file = '', hash] = target.split('#')
        const to = file === '' ? path : posix.join(posix.dirname(path), file)
        // Pages outside docs/reference are looked for by test/docs.test.ts.
        if (byHand.has(to) || to.startsWith('../')) continue
        const there = written.get(to)
        if (there === undefined || (hash !== undefined && !own(there).includes(hash))) broken.push(`${path}: ${target}`)
      }
    }
    expect(broken).toEqual([])
  })
})
