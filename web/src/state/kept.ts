import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Intake } from '../open/messages.ts'
import type { Sheet } from './sheet.ts'

/** A case kept on this device, in its browser's own store. */
export interface KeptCase {
  readonly id: string
  readonly name: string
  readonly sheet: Sheet
  readonly origin?: string
  readonly intake?: Intake
  /** Time of the last change, ISO. */
  readonly changed: string
  /** Counts the changes: another tab that has read an older one does not write over a newer. */
  readonly version: number
}

interface Shelf extends DBSchema {
  cases: { key: string; value: KeptCase }
}

const NAME = 'scansion'
let shelf: Promise<IDBPDatabase<Shelf>> | undefined

function open(): Promise<IDBPDatabase<Shelf>> {
  shelf ??= openDB<Shelf>(NAME, 1, {
    upgrade: (database) => {
      database.createObjectStore('cases', { keyPath: 'id' })
    },
    // Another tab wants to wipe the store: let it.
    blocking: (_current, _next, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
      shelf = undefined
    },
  }).catch((error: unknown) => {
    shelf = undefined
    throw error
  })
  return shelf
}

/** All cases kept here, last changed first. */
export async function keptCases(): Promise<readonly KeptCase[]> {
  const cases = await (await open()).getAll('cases')
  return cases.sort((a, b) => (a.changed < b.changed ? 1 : -1))
}

export async function keptCase(id: string): Promise<KeptCase | undefined> {
  return (await open()).get('cases', id)
}

/**
 * Keeps a case. Answers what is kept now: the case with its new version, or, where another tab has written a newer one
 * than `kept.version`, that newer one, and nothing is written.
 */
export async function keepCase(kept: KeptCase): Promise<{ readonly kept: KeptCase; readonly written: boolean }> {
  const transaction = (await open()).transaction('cases', 'readwrite')
  const there = await transaction.store.get(kept.id)
  if (there && there.version > kept.version) {
    await transaction.done
    return { kept: there, written: false }
  }
  const next = { ...kept, changed: new Date().toISOString(), version: kept.version + 1 }
  await transaction.store.put(next)
  await transaction.done
  channel?.postMessage({ kind: 'changed', id: kept.id })
  return { kept: next, written: true }
}

export async function forgetCase(id: string): Promise<void> {
  await (await open()).delete('cases', id)
  channel?.postMessage({ kind: 'changed', id })
}

/** Takes every case off this device. */
export async function wipeCases(): Promise<void> {
  await (await open()).clear('cases')
  channel?.postMessage({ kind: 'wiped' })
}

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('scansion.cases')

/** Calls back when another tab has changed the cases; answers how to stop. */
export function followCases(changed: () => void): () => void {
  channel?.addEventListener('message', changed)
  return () => channel?.removeEventListener('message', changed)
}
