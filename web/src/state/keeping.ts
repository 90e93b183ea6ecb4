import { createStore } from 'zustand/vanilla'
import { followCases, type KeptCase, keepCase, keptCase } from './kept.ts'
import { newId } from './sheet.ts'
import type { Case, Store } from './store.ts'

/** How the case on the table stands to the one kept on this device. */
export interface Keeping {
  /** A newer one was kept by another tab: it is not written over. */
  readonly newer: KeptCase | undefined
  /** Why it could not be kept. */
  readonly failed: string | undefined
}

export const keeping = createStore<Keeping>(() => ({ newer: undefined, failed: undefined }))

const PAUSE = 400

const words = (error: unknown) => (error instanceof Error ? error.message : String(error))

function keptOf({ id, name, sheet, origin, intake, version }: Case): KeptCase {
  const rest = { ...(origin !== undefined && { origin }), ...(intake && { intake }) }
  return { id, name, sheet, ...rest, changed: '', version: version ?? 0 }
}

/** Keeps the case on the table on this device, under a name; from then on each change is kept. */
export async function keep(store: Store, name: string): Promise<void> {
  const { case: current } = store.getState()
  store.open({ ...current, id: current.version === undefined ? newId() : current.id, name })
  await write(store)
}

async function write(store: Store): Promise<void> {
  const { case: current } = store.getState()
  try {
    const { kept, written } = await keepCase(keptOf(current))
    if (store.getState().case.id !== current.id) return
    if (written) store.keptAs(kept.version)
    keeping.setState({ newer: written ? undefined : kept, failed: undefined })
  } catch (error) {
    keeping.setState({ failed: words(error) })
  }
}

/** Lays a kept case on the table. Answers false where it is no longer kept. */
export async function openKept(store: Store, id: string): Promise<boolean> {
  const kept = await keptCase(id)
  if (!kept) return false
  const { changed: _, ...rest } = kept
  keeping.setState({ newer: undefined, failed: undefined })
  store.open(rest)
  return true
}

/** Writes the case on the table over a newer one of another tab, which its reader has seen. */
export async function keepMine(store: Store): Promise<void> {
  const { newer } = keeping.getState()
  if (newer) store.keptAs(newer.version)
  await write(store)
}

/** From now on a kept case is written a moment after each change, and a change in another tab is noticed. */
export function followKeeping(store: Store): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = store.getState().case
  store.subscribe(({ case: current }) => {
    const before = last
    last = current
    if (current.version === undefined || current.id !== before.id) return
    if (current.sheet === before.sheet && current.name === before.name) return
    clearTimeout(timer)
    timer = setTimeout(() => write(store), PAUSE)
  })
  followCases(async () => {
    const { case: current } = store.getState()
    if (current.version === undefined) return
    const kept = await keptCase(current.id).catch(() => undefined)
    if (!kept) store.keptAs(undefined)
    else if (kept.version > current.version) keeping.setState({ newer: kept })
  })
}
