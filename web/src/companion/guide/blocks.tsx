import type { ReactNode } from 'react'
import { type Block, type Group, groupsOf } from '../../../../src/documents/blocks.ts'
import { Glyph } from '../../parts/glyph.tsx'
import { Plot } from './plot.tsx'
import { Sub } from './sub.tsx'
import { Timeline } from './timeline.tsx'
import { Item, Paragraph, useTold } from './told.tsx'

/** How a block is drawn on a page that answers: what a person may tick or choose. */
export type DrawBlock = (block: Block) => ReactNode

const named = (block: Block, index: number) => `${block.kind}${index}`

/** The blocks of a section; `own` draws those that the page lets a person act on. */
export function Blocks({ blocks, own = drawn }: { readonly blocks: readonly Block[]; readonly own?: DrawBlock }) {
  return groupsOf(blocks).map((group, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name, and come in one order
    <BlockGroup key={index} group={group} own={own} />
  ))
}

function BlockGroup({ group, own }: { readonly group: Group; readonly own: DrawBlock }) {
  switch (group.kind) {
    case 'callouts':
      return (
        <div className="co-call">
          {group.blocks.map(({ urgency, title, items }) => (
            <div key={urgency} className={urgency}>
              <Sub>
                {urgency === 'now' ? <Glyph name="flag" className="ink-clash" /> : null}
                {title}
              </Sub>
              <ul>
                {items.map((item) => (
                  <Item key={item.text} said={item} />
                ))}
              </ul>
            </div>
          ))}
        </div>
      )
    case 'value':
      return (
        <div className="co-value">
          <div>{group.words.map((block, index) => drawn(block, named(block, index)))}</div>
          {group.chart ? <Plot chart={group.chart} /> : null}
        </div>
      )
    case 'single':
      return own(group.block)
    default:
      return group satisfies never
  }
}

/** A block as it stands in the guide. */
export function drawn(block: Block, key?: string): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <Sub key={key}>{block.text}</Sub>
    case 'paragraph':
      return <Paragraph key={key} said={block} className={block.tone === 'note' ? 'quiet' : ''} />
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List key={key} className={block.ordered ? 'co-ask' : 'co-list'}>
          {block.items.map((item) => (
            <Item key={item.text} said={item} />
          ))}
        </List>
      )
    }
    case 'letters':
      return (
        <ul key={key} className="co-letters">
          {block.items.map(({ letter, says }) => (
            <li key={letter}>
              <span className="letter" aria-hidden="true">
                {letter}
              </span>
              <div>
                {says.map((item) => (
                  <Paragraph key={item.text} said={item} />
                ))}
              </div>
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <Table key={key} block={block} />
    case 'definitions':
      return (
        <dl key={key} className="co-words">
          {block.items.map(({ id, term, means }) => (
            <div key={id}>
              <dt>{term}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      )
    case 'timeline':
      return <Timeline key={key} block={block} />
    case 'sources':
      return (
        <ol key={key} className="co-refs">
          {block.items.map(({ number, text, url }) => (
            <li key={number}>
              <span>{number}</span>
              {url ? (
                <a href={url} target="_blank" rel="noreferrer">
                  {text}
                </a>
              ) : (
                <span>{text}</span>
              )}
            </li>
          ))}
        </ol>
      )
    case 'chart':
      return <Plot key={key} chart={block} />
    // Callouts and checklists are drawn by the page, fields by the sheet.
    case 'callout':
    case 'checklist':
    case 'fields':
    case 'page-break':
      return null
    default:
      return block satisfies never
  }
}

function Table({ block }: { readonly block: Extract<Block, { kind: 'table' }> }) {
  const { caption, head, rows } = block
  return (
    <table className="co-table lines">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...cells]) =>
          first ? (
            <tr key={first.text}>
              <th scope="row">
                <Cell said={first} />
              </th>
              {cells.map((cell, index) => (
                <td key={head[index + 1]} data-head={head[index + 1]}>
                  <Cell said={cell} />
                </td>
              ))}
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  )
}

function Cell({ said }: { readonly said: Parameters<typeof useTold>[0] }) {
  const { text, gloss } = useTold(said)
  return (
    <>
      {text}
      {gloss}
    </>
  )
}
