import { loadLibrary } from '../../knowledge/knowledge.ts'
import type { Finder } from './finder.ts'

let made: Promise<Finder> | undefined

/** The index of the library: made once, on this device, when somebody first looks for something or the page is idle. */
export function loadFinder(): Promise<Finder> {
  made ??= Promise.all([loadLibrary(), import('./finder.ts')])
    .then(([library, { Finder }]) => Finder.of(library))
    .catch((error: unknown) => {
      made = undefined
      throw error
    })
  return made
}

/** Makes the index once nothing else is to be done, so that the first key finds it ready. */
export function prepareFinder(): () => void {
  const prepare = () => void loadFinder().catch(() => undefined)
  // Not every browser tells when it is idle.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(prepare, 2000)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(prepare, { timeout: 5000 })
  return () => cancelIdleCallback(handle)
}
