import { type Block, type Document, type Said, textsOf } from '../blocks.ts'

/**
 * Draws a document as plain text, to be pasted where nothing but text is taken: numbers of sources in brackets, lists
 * with hyphens. Example: `plainText(note(file, person, knowledge, 'short'))`.
 */
export function plainText({ title, lead, blocks, foot, format }: Document): string {
  const head = [title, ...(lead ? [said(lead)] : [])].join('\n')
  const body = format === 'sheet' ? runOn(blocks) : blocks.map(draw)
  const parts = [head, ...body, foot.join('\n')]
  return `${parts.filter((text) => text !== '').join('\n\n')}\n`
}

/** On a sheet, sentences that stand one after the other are one paragraph. */
function runOn(blocks: readonly Block[]): readonly string[] {
  const parts: string[] = []
  blocks.forEach((block, index) => {
    const before = blocks[index - 1]
    const runs = isSentence(block) && before !== undefined && isSentence(before)
    if (runs) parts.push(`${parts.pop() ?? ''} ${draw(block)}`)
    else parts.push(draw(block))
  })
  return parts
}

function isSentence(block: Block): boolean {
  return block.kind === 'paragraph' && block.tone === undefined
}

function said({ text, cites = [] }: Said): string {
  return cites.length === 0 ? text : `${text} [${cites.join(', ')}]`
}

function draw(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return said(block)
    case 'list':
      return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${said(item)}`).join('\n')
    case 'checklist':
      return block.items.map((item) => `[ ] ${said(item)}`).join('\n')
    case 'table':
      return [block.head.join(' | '), ...block.rows.map((row) => row.map(said).join(' | '))].join('\n')
    case 'sources':
      return block.items
        .map(({ number, text, url }) => `[${number}] ${text}${url === undefined ? '' : ` ${url}`}`)
        .join('\n')
    default:
      return textsOf(block).join('\n')
  }
}
