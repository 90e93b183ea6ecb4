import { type ReactNode, useState } from 'react'

interface Props {
  readonly summary: ReactNode
  readonly children: () => ReactNode
  readonly open?: boolean
  readonly className?: string
}

/** A native `details` whose inside is made only while it is open: a closed one costs nothing when the record changes. */
export function Unfold({ summary, children, open = false, className }: Props) {
  const [opened, setOpened] = useState(open)
  return (
    <details className={className} open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {opened ? children() : null}
    </details>
  )
}
