import type { ReactNode } from 'react'
import type { Block, Document, Said } from '../../../src/documents/blocks.ts'
import './blocks.css'

/**
 * A document of `src/documents` in the page: title, lead, its blocks, foot. Charts are told as their tables. Sources are
 * numbers, as on paper: an address after # would leave the page.
 * Example: `<DocumentView of={referralSheet(guide, person)} />`.
 */
export function DocumentView({ of }: { readonly of: Document }) {
  const { title, lead, blocks, foot, labels, format, language } = of
  return (
    <article className={`blocks blocks-${format}`} lang={language}>
      <h2 className="blocks-title">{title}</h2>
      {lead ? (
        <p className="blocks-lead">
          <Text of={lead} source={labels.source} />
        </p>
      ) : null}
      <Blocks of={blocks} source={labels.source} />
      <footer className="blocks-foot">
        {foot.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </footer>
    </article>
  )
}

interface Props {
  readonly of: readonly Block[]
  /** What a number of a source is called, for who hears it. */
  readonly source: string
}

function Blocks({ of, source }: Props) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a document have no names, and are never reordered
  return of.map((block, index) => <Drawn key={index} block={block} source={source} />)
}

function Text({ of: { text, cites = [] }, source }: { readonly of: Said; readonly source: string }) {
  return (
    <>
      {text}
      {cites.length === 0 ? null : (
        <sup className="blocks-cites">
          <span className="hidden"> {source} </span>
          {cites.join(', ')}
        </sup>
      )}
    </>
  )
}

function Items({
  of,
  source,
  className,
}: {
  readonly of: readonly Said[]
  readonly source: string
  readonly className: string
}) {
  return of.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two items may be alike, and the list is never reordered
    <li key={index} className={className}>
      <Text of={item} source={source} />
    </li>
  ))
}

function Drawn({ block, source }: { readonly block: Block; readonly source: string }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>
    case 'paragraph':
      return (
        <p className={block.tone === 'note' ? 'blocks-note' : undefined}>
          <Text of={block} source={source} />
        </p>
      )
    case 'list': {
      const items = <Items of={block.items} source={source} className="blocks-item" />
      if (block.ordered) return <ol className="blocks-list blocks-ordered">{items}</ol>
      return <ul className={`blocks-list${block.columns === 2 ? ' blocks-columns' : ''}`}>{items}</ul>
    }
    case 'checklist':
      return (
        <ul className="blocks-list blocks-checks">
          <Items of={block.items} source={source} className="blocks-check" />
        </ul>
      )
    case 'letters':
      return (
        <dl className="blocks-letters">
          {block.items.map(({ letter, says }) => (
            <div key={letter}>
              <dt>{letter}</dt>
              <dd>
                {says.map((item) => (
                  <p key={item.text}>
                    <Text of={item} source={source} />
                  </p>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'callout':
      return (
        <section className={`blocks-callout blocks-${block.urgency}`}>
          <h4>{block.title}</h4>
          <ul className="blocks-list">
            <Items of={block.items} source={source} className="blocks-item" />
          </ul>
        </section>
      )
    case 'table':
      return <TableOf caption={block.caption} head={block.head} rows={block.rows} source={source} />
    case 'definitions':
      return (
        <dl className="blocks-definitions">
          {block.items.map(({ id, term, means }) => (
            <div key={id}>
              <dt>{term}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      )
    case 'chart': {
      const rows = block.points.map(({ when, label }) => [{ text: when }, { text: label }])
      const limits = [block.lower?.label, block.upper?.label].filter((label) => label !== undefined)
      return (
        <>
          <TableOf caption={block.title} head={block.list.head} rows={rows} source={source} />
          {limits.length === 0 ? null : <p className="blocks-note">{limits.join('; ')}</p>}
        </>
      )
    }
    case 'timeline':
      return (
        <ul className="blocks-list">
          {block.items.map(({ title, dates, state, says }) => (
            <li key={title} className="blocks-item" aria-current={state === 'now' ? 'step' : undefined}>
              <b>{[title, dates].filter((part) => part !== undefined).join(', ')}</b>
              {state === 'now' ? <i> – {block.here}</i> : null}
              <ul className="blocks-list">
                <Items of={says} source={source} className="blocks-item" />
              </ul>
            </li>
          ))}
        </ul>
      )
    case 'fields':
      return (
        <dl className="blocks-fields">
          {block.items.map(({ label, known, lines }) => (
            <div key={label}>
              <dt>{label}</dt>
              {known.map((text) => (
                <dd key={text}>{text}</dd>
              ))}
              {Array.from({ length: lines }, (_, line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: empty lines to write on
                <dd key={line} className="blocks-line" />
              ))}
            </div>
          ))}
        </dl>
      )
    case 'sources':
      return (
        <ol className="blocks-sources">
          {block.items.map(({ number, text, url }) => (
            <li key={number} value={number}>
              {text} {url === undefined ? null : <span className="blocks-address">{url}</span>}
            </li>
          ))}
        </ol>
      )
    case 'page-break':
      return <div className="blocks-break" />
    default:
      return block satisfies never
  }
}

interface TableProps {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Said[])[]
  readonly source: string
}

function TableOf({ caption, head, rows, source }: TableProps) {
  return (
    <table className="blocks-table">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be alike, and the table is never reordered
          <tr key={index}>
            {row.map((cell, at) => (
              <Cell key={head[at] ?? at} of={cell} heads={at === 0} source={source} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ of, heads, source }: { readonly of: Said; readonly heads: boolean; readonly source: string }) {
  const text = <Text of={of} source={source} />
  return heads ? <th scope="row">{text}</th> : <td>{text}</td>
}
