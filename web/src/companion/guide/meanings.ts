import { type Block, type Document, type Section, textsOf } from '../../../../src/documents/blocks.ts'
import { type Segment, segmentsOf } from '../../../../src/documents/parts/segments.ts'
import type { Meanings } from './told.tsx'

const ofKind = <Kind extends Block['kind']>(blocks: readonly Block[], kind: Kind) =>
  blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind)

/**
 * What the words of a section mean: each term is explained at its first use in the section. Worked out before it is
 * drawn, so that drawing it again gives the same. Example: `meaningsOf(document, section).terms.get('vegf')?.means`.
 */
export function meaningsOf(document: Document, section: Section): Meanings {
  const definitions = ofKind(document.blocks, 'definitions').flatMap((block) => block.items)
  const works = ofKind(document.blocks, 'sources').flatMap((block) => block.items)
  const seen = new Set<string>()
  const segments = new Map<string, readonly Segment[]>()
  for (const block of section.blocks) {
    if (block.kind === 'heading' || block.kind === 'definitions' || block.kind === 'sources') continue
    for (const text of textsOf(block)) {
      if (!segments.has(text)) segments.set(text, segmentsOf(text, document.terms, seen))
    }
  }
  return {
    segments,
    terms: new Map(definitions.map(({ id, term, means }) => [id, { term, means }])),
    sources: new Map(works.map((work) => [work.number, work])),
  }
}
