import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/** Puts the controls of a room at the end of the bar. Example: `<HeadEnd><button>Undo</button></HeadEnd>`. */
export function HeadEnd({ children }: { readonly children: ReactNode }) {
  const [end, setEnd] = useState<HTMLElement | null>(null)
  useEffect(() => setEnd(document.getElementById('head-end')), [])
  return end ? createPortal(children, end) : null
}
