import type { ReactNode } from 'react'

interface Props {
  readonly title: ReactNode
  /** Its title is clinical prose, which is English in every language of the page. */
  readonly english?: boolean
  /** What stands at the right of the heading, small. */
  readonly aside?: ReactNode
  readonly id?: string
  readonly children: ReactNode
  readonly className?: string
}

/** A part of a page: a serif heading over a rule of ink. Example: `<Section title="Why look again">…</Section>`. */
export function Section({ title, english, aside, id, children, className = '' }: Props) {
  return (
    <section className={`page-section ${className}`} id={id}>
      <h2 className="section-head">
        <span lang={english ? 'en' : undefined}>{title}</span>
        {aside === undefined ? null : <span className="aside">{aside}</span>}
      </h2>
      {children}
    </section>
  )
}
