import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * The width of an element in pixels, kept up to date: labels are placed by it. `fallback` until it is drawn.
 * Example: `const [ref, width] = useWidth<HTMLDivElement>(640)`.
 */
export function useWidth<T extends HTMLElement>(fallback: number): [ref: RefObject<T | null>, width: number] {
  const ref = useRef<T>(null)
  const [width, setWidth] = useState(fallback)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0)
      if (measured > 0) setWidth(measured)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
