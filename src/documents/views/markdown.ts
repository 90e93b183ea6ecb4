import type { Block, Document, Said } from '../blocks.ts'

/** Draws a document as Markdown (CommonMark with tables). Example: `markdown(guide(file, 'suspected'))`. */
export function markdown(document: Document): string {
  const head = [`# ${plain(document.title)}`, ...(document.lead ? [said(document.lead)] : [])]
  const foot = ['---', ...document.foot.map(plain)]
  return `${[...head, ...document.blocks.map(draw), ...foot].filter((text) => text !== '').join('\n\n')}\n`
}

/** Signs that Markdown would read stand for themselves. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#]/g, '\\$&')
}

function said({ text, cites }: Said): string {
  return `${plain(text)}${(cites ?? []).map((number) => ` [\\[${number}\\]](#source-${number})`).join('')}`
}

function draw(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${plain(block.text)}`
    case 'paragraph':
      return said(block)
    case 'list':
      return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${said(item)}`).join('\n')
    case 'checklist':
      return block.items.map((item) => `- [ ] ${said(item)}`).join('\n')
    case 'letters':
      return block.items.map(({ says }) => `- ${says.map(said).join(' ')}`).join('\n')
    case 'callout':
      return [`### ${plain(block.title)}`, '', ...block.items.map((item) => `- ${said(item)}`)].join('\n')
    case 'table':
      return table(
        block.head.map(plain),
        block.rows.map((row) => row.map(said)),
      )
    case 'definitions':
      return block.items.map(({ term, means }) => `- **${plain(term)}**: ${plain(means)}`).join('\n')
    case 'chart':
      return table(
        block.list.head.map(plain),
        block.points.map((point) => [plain(point.when), plain(point.label)]),
        plain(block.title),
        block.upper?.label ?? block.lower?.label,
      )
    case 'timeline':
      return block.items
        .map(({ title, dates, state, says }) => {
          const when = [title, dates]
            .filter(Boolean)
            .map((text) => plain(text ?? ''))
            .join(', ')
          const here = state === 'now' ? ` – *${plain(block.here)}*` : ''
          return [`- **${when}**${here}`, ...says.map((item) => `  - ${said(item)}`)].join('\n')
        })
        .join('\n')
    case 'fields':
      return block.items
        .map(({ label, known, lines }) => {
          const rows = [...known.map(plain), ...Array.from({ length: lines }, () => '\\_'.repeat(40))]
          return `**${plain(label)}**\n\n${rows.map((row) => `${row}  `).join('\n')}`
        })
        .join('\n\n')
    case 'sources':
      return block.items
        .map(
          ({ number, text, url }) => `<a id="source-${number}"></a>${number}. ${plain(text)}${url ? ` <${url}>` : ''}`,
        )
        .join('\n\n')
    case 'page-break':
      return ''
    default:
      return block satisfies never
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[], title?: string, note?: string): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const body = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
  return [title, body, note === undefined ? undefined : plain(note)].filter((part) => part !== undefined).join('\n\n')
}
