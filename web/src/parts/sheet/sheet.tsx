import type { Block, Document, Said } from '../../../../src/documents/index.ts'
import './sheet.css'

/** A document that is written on or handed over, set for the screen and for paper. Example: `<Sheet of={visitSheet(…)} />`. */
export function Sheet({ of: { title, lead, format, blocks, foot } }: { readonly of: Document }) {
  return (
    <article className={`sheet ${format}`}>
      <h1>{title}</h1>
      {lead ? <p className="sheet-lead">{lead.text}</p> : null}
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is drawn once, its blocks have no names
        <SheetBlock key={index} block={block} />
      ))}
      {foot.map((line) => (
        <p key={line} className="sheet-foot">
          {line}
        </p>
      ))}
    </article>
  )
}

/** The kinds of blocks that sheets are made of; pages for reading have more, and are drawn elsewhere. */
function SheetBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
    case 'paragraph':
      return <p className={block.tone === 'note' ? 'sheet-note' : undefined}>{block.text}</p>
    case 'list':
      return block.ordered ? (
        <ol className="sheet-list ordered">
          <Items of={block.items} />
        </ol>
      ) : (
        <ul className={`sheet-list${block.columns === 2 ? ' columns' : ''}`}>
          <Items of={block.items} />
        </ul>
      )
    case 'checklist':
      return (
        <ul className="sheet-list check">
          <Items of={block.items} />
        </ul>
      )
    case 'letters':
      return (
        <dl className="sheet-letters">
          {block.items.map(({ letter, says }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the two E of a name are two rows
            <div key={index}>
              <dt>{letter}</dt>
              <dd>{says.map(({ text }) => text).join(' ')}</dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <Table block={block} />
    case 'fields':
      return (
        <dl className="sheet-fields">
          {block.items.map(({ label, known, lines }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {known.map((line) => (
                  <p key={line}>{line}</p>
                ))}
                {Array.from({ length: lines }, (_, line) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: empty lines to write on
                  <span key={line} className="sheet-line" />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )
    default:
      return null
  }
}

function Items({ of }: { readonly of: readonly Said[] }) {
  return of.map(({ text }) => <li key={text}>{text}</li>)
}

function Table({ block: { caption, head, rows } }: { readonly block: Extract<Block, { kind: 'table' }> }) {
  return (
    <table>
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
        {rows.map((row) => (
          <tr key={row.map(({ text }) => text).join()}>
            {row.map(({ text }, index) =>
              index === 0 ? (
                <th key={head[index]} scope="row">
                  {text}
                </th>
              ) : (
                <td key={head[index]}>{text}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
