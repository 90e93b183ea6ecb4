import type { ReactNode } from 'react'
import type { Setter } from './setter.tsx'

/** A part of a page under a heading of the interface; nothing where it holds nothing. */
export function part(setter: Setter, heading: string, inside: ReactNode, id?: string): ReactNode {
  if (inside === null || inside === undefined || inside === false || inside === '') return null
  return (
    <section className="lib-part" key={heading} id={id}>
      <h2 lang={setter.language}>{heading}</h2>
      {inside}
    </section>
  )
}

/** Lines one under the other; nothing where there are none. */
export function lines(items: readonly ReactNode[] | undefined, className = 'lib-lines'): ReactNode {
  if (items === undefined || items.length === 0) return null
  return (
    <ul className={className}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a page have no names, and are never reordered
        <li key={index}>{item}</li>
      ))}
    </ul>
  )
}

interface TableProps {
  readonly label: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly ReactNode[])[]
  readonly className?: string
}

/** A table between two rules of ink, as wide as the text; a wide one scrolls by itself. */
export function table({ label, head, rows, className = '' }: TableProps): ReactNode {
  if (rows.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard
    <section className="lib-scroll" tabIndex={0} aria-label={label}>
      <table className={`lib-table ${className}`}>
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
            // biome-ignore lint/suspicious/noArrayIndexKey: rows may be alike, and are never reordered
            <tr key={index}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={head[at] ?? at} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={head[at] ?? at} data-head={head[at]}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Names and what they mean, in two columns: unit, other names, kind. Empty ones fall out. */
export function particulars(setter: Setter, items: readonly (readonly [name: string, says: ReactNode])[]): ReactNode {
  const known = items.filter(([, says]) => says !== undefined && says !== null && says !== '')
  if (known.length === 0) return null
  return (
    <dl className="lib-particulars">
      {known.map(([name, says]) => (
        <div key={name}>
          <dt lang={setter.language}>{name}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Links to entries, several to a line. */
export function ways(setter: Setter, places: Parameters<Setter['to']>[0][]): ReactNode {
  return lines(
    places.map((place) => setter.to(place)),
    'lib-ways',
  )
}

/** When a statement holds: kept folded, since the sentence says it already. */
export function folded(setter: Setter, name: string, inside: ReactNode): ReactNode {
  return (
    <details className="lib-when">
      <summary lang={setter.language}>{name}</summary>
      {inside}
    </details>
  )
}
