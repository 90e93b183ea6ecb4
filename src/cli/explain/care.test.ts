import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../core/index.ts'
import { CARE_FOLDERS, type CareKind, libraryFile, loadKnowledge } from '../../load/index.ts'
import { inks } from '../render/ink.ts'
import { Numbering } from '../render/numbering.ts'
import { compose, type Page } from '../render/page.ts'
import { columns } from '../render/text.ts'
import { careParts } from './care.ts'

const { knowledge, authored } = loadKnowledge(fileURLToPath(new URL('../../../knowledge', import.meta.url)))
if (!knowledge) throw new Error('the knowledge does not compile')
const library = libraryFile(authored, knowledge.version)
const engine = createEngine(knowledge)

function explained(kind: CareKind, id: string, width = 80): string {
  const page: Page = { knowledge: engine.knowledge, width, ink: inks(false), all: true, numbering: new Numbering() }
  return compose(careParts(kind, id, library, engine, page), page.ink)
}

describe('careParts', () => {
  it.each(CARE_FOLDERS.map((kind) => [kind]))('tells every entry of %s within the width', (kind) => {
    for (const id of Object.keys(library.care[kind])) {
      const text = explained(kind, id, 60)
      expect(text, id).toContain(id)
      expect(text, id).not.toMatch(/undefined|\[object/)
      expect(Math.max(...text.split('\n').map(columns)), id).toBeLessThanOrEqual(60)
    }
  })

  it('shows condition, question and mark of a caution', () => {
    const text = explained('treatment/cautions', 'lenalidomide-thrombosis')
    expect(text).toMatch(/Applies when\n {2}- At least one of these \w+:\n {4}- Arterial thrombosis/)
    expect(text).toContain('To check while the record is silent')
    expect(text).toContain('Stroke → applies')
  })

  it('names each cell of a row by its column, and cites it', () => {
    const text = explained('differential', 'cidp').replace(/\s+/g, ' ')
    expect(text).toMatch(
      /Thrombocytosis; POEMS 53\.7 % of 136; other 1\.5 % of 67; likelihood ratio for POEMS 36 \(5 to 253\).*? \[\d+\]/,
    )
  })

  it('tells nothing of an id that is none', () => {
    expect(
      careParts('risk', 'nothing', library, engine, {
        knowledge: engine.knowledge,
        width: 80,
        ink: inks(false),
        all: true,
        numbering: new Numbering(),
      }),
    ).toEqual([])
  })
})
