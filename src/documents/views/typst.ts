import { type Block, type Document, type Group, groupsOf, type Said, sectionsOf } from '../blocks.ts'
import { chartTypst } from './typst-chart.ts'
import { literal, preamble } from './typst-style.ts'

/**
 * Draws a document as typst source, from which the command sets a tagged PDF. All text goes in as strings, so that a sign
 * in a record can never become markup. Example: `typst(guide(file, 'suspected'))`.
 */
export function typst(document: Document): string {
  const [first = '', ...rest] = document.foot
  const blocks: string[] = [preamble(document, first), '#title()']
  if (document.lead) blocks.push(`#lead[${said(document.lead)}]`)
  for (const { heading, blocks: under } of sectionsOf(document.blocks)) {
    if (heading) blocks.push(draw(heading))
    blocks.push(...groupsOf(under).map(drawGroup))
  }
  if (rest.length > 0)
    blocks.push(`#v(1em)\n#small(note[${rest.map((line) => `#${literal(line)}`).join(' #linebreak() ')}])`)
  return `${blocks.join('\n\n')}\n`
}

function drawGroup(group: Group): string {
  switch (group.kind) {
    case 'callouts': {
      const cells = group.blocks.map(callout).join(', ')
      return `#grid(columns: (1fr,) * ${group.blocks.length}, column-gutter: 14pt, ${cells})`
    }
    case 'value': {
      const words = group.words.map(draw).join('\n\n')
      const chart = group.chart ? `[${chartTypst(group.chart)}]` : '[]'
      return `#block(breakable: false, above: 1.6em, grid(columns: (1fr, 1.1fr), column-gutter: 22pt, [${words}], ${chart}))`
    }
    case 'single':
      return draw(group.block)
    default:
      return group satisfies never
  }
}

function callout({ urgency, title, items }: Extract<Block, { kind: 'callout' }>): string {
  const stroke = { now: '3pt + rgb("#A1232B")', today: '1.5pt', week: '0.7pt' }[urgency]
  return `block(width: 100%, inset: (top: 7pt), stroke: (top: ${stroke}))[
== #${literal(title)}
${items.map((item) => `- ${said(item)}`).join('\n')}
]`
}

function said({ text, cites }: Said): string {
  return `#${literal(text)}${cites && cites.length > 0 ? `#cites(${cites.join(', ')})` : ''}`
}

function draw(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.level === 2 ? '=' : '=='} #${literal(block.text)}`
    case 'paragraph':
      return block.tone ? `#note[${said(block)}]` : said(block)
    case 'list':
      return listTypst(block)
    case 'checklist':
      return `#list(marker: [☐], spacing: 0.8em, ${block.items.map((item) => `[${said(item)}]`).join(', ')})`
    case 'letters':
      return block.items
        .map(
          ({ letter, says }) =>
            `#block(breakable: false, grid(columns: (2.6em, 1fr), text(font: "Source Serif 4", size: 2em, fill: rgb("#12446B"), ${literal(letter)}), [${says.map(said).join('\n\n')}]))`,
        )
        .join('\n')
    case 'callout':
      return `#${callout(block)}`
    case 'table': {
      const head = block.head.map((cell) => `[*#${literal(cell)}*]`).join(', ')
      const rows = block.rows.map((row) => row.map((cell) => `[${said(cell)}]`).join(', '))
      const widths = block.head.map((_, i) => `${block.widths?.[i] ?? (i === 0 ? 1.6 : 1)}fr`).join(', ')
      return `#table(columns: (${widths}), table.header(${head}), ${rows.join(', ')})`
    }
    case 'definitions':
      return `#grid(columns: (1fr, 1fr), column-gutter: 18pt, row-gutter: 9pt, ${block.items
        .map(({ term, means }) => `[*#${literal(term)}* #linebreak() #${literal(means)}]`)
        .join(', ')})`
    case 'chart':
      return chartTypst(block)
    case 'timeline':
      return block.items.map((item) => step(item, block.here)).join('\n\n')
    case 'fields':
      return block.items
        .map(({ label, known, lines }) => {
          const filled = known.map((line) => `#${literal(line)} #linebreak()`)
          const rules = Array.from(
            { length: lines },
            () => '#v(1.1em)#line(length: 100%, stroke: (paint: rgb("#5F6B67"), thickness: 0.6pt, dash: "dotted"))',
          )
          return `#block(breakable: false, width: 100%, inset: (y: 4pt), stroke: (top: 0.4pt + rgb("#B5BBB7")), grid(columns: (1fr, 2fr), column-gutter: 12pt, [*#${literal(label)}*], [${[...filled, ...rules].join('\n')}]))`
        })
        .join('\n')
    case 'sources':
      return `#small[\n${block.items
        .map(({ number, text, url }) => {
          const words = url ? `#link(${literal(url)}, ${literal(text)})` : `#${literal(text)}`
          return `#block(below: 0.5em)[#${literal(`${number}`)}#h(0.7em)${words}] <source-${number}>`
        })
        .join('\n')}\n]`
    case 'page-break':
      return '#pagebreak()'
    default:
      return block satisfies never
  }
}

function listTypst({ items, ordered, columns }: Extract<Block, { kind: 'list' }>): string {
  const draw = (some: readonly Said[]) => some.map((item) => `${ordered ? '+' : '-'} ${said(item)}`).join('\n')
  if (!columns || items.length < columns) return draw(items)
  const half = Math.ceil(items.length / columns)
  return `#grid(columns: (1fr, 1fr), column-gutter: 16pt, [${draw(items.slice(0, half))}], [${draw(items.slice(half))}])`
}

function step(
  { title, dates, state, says }: Extract<Block, { kind: 'timeline' }>['items'][number],
  here: string,
): string {
  const when = dates ? ` #note[#${literal(dates)}]` : ''
  const mark = state === 'now' ? ` #emph[#${literal(here)}]` : ''
  return `#block(breakable: false)[
== #${literal(title)}${when}${mark}
${says.map((item) => `- ${said(item)}`).join('\n')}
]`
}
