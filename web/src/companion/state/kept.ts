import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { emptySheet, newId, type Sheet } from '../../state/sheet.ts'

/** What a person keeps on the device, apart from any case of the workspace. */
export interface Kept {
  readonly sheet: Sheet
  /** Whose record the pages speak of: these notes, or the case that is open in the workspace. */
  readonly from: 'own' | 'workspace'
  /** Ids of the guide's checklist that are done. */
  readonly ticked: readonly string[]
  /** Ids of the guide's questions to bring. */
  readonly chosen: readonly string[]
  /** Questions in the person's own words. */
  readonly asked: readonly string[]
  /** The number of the care team, and the one for emergencies where the person lives. */
  readonly phone: string
  readonly emergency: string
}

interface Schema extends DBSchema {
  readonly mine: { readonly key: string; readonly value: Kept }
}

const NAME = 'scansion.companion'
const KEY = 'mine'

/** Nothing yet. */
export function nothing(): Kept {
  return {
    sheet: emptySheet(`me-${newId()}`),
    from: 'own',
    ticked: [],
    chosen: [],
    asked: [],
    phone: '',
    emergency: '',
  }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(NAME, 1, {
    upgrade(made) {
      made.createObjectStore('mine')
    },
    // A browser may close it: the next use opens it again.
    terminated() {
      opened = undefined
    },
  })
  return opened
}

/** What is kept on this device; fails where the browser keeps nothing. */
export async function readKept(): Promise<Kept> {
  const kept = await (await database()).get('mine', KEY)
  return { ...nothing(), ...kept }
}

export async function writeKept(kept: Kept): Promise<void> {
  await (await database()).put('mine', kept, KEY)
}

export async function wipeKept(): Promise<void> {
  await (await database()).clear('mine')
}
