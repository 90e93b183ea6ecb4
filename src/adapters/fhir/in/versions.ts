import { fieldsOf, textOf } from './element.ts'
import { type Found, nameOf } from './resource.ts'

/** The resources that count, and those that a newer version stands for. */
export interface Versions {
  readonly kept: readonly Found[]
  readonly older: readonly Found[]
}

/**
 * Of every resource that is there more than once, by type and id, the latest by its version, else by its last update, else
 * the first. What was deleted does not count at all.
 */
export function latestOf(found: readonly Found[], deleted: ReadonlySet<string>): Versions {
  const byName = new Map<string, Found[]>()
  const older = new Set<Found>()
  for (const one of found) {
    const name = nameOf(one.value)
    if (name === undefined) continue
    if (deleted.has(name)) {
      older.add(one)
      continue
    }
    const others = byName.get(name) ?? []
    byName.set(name, others)
    const at = others.findIndex((other) => isSameServer(one, other))
    const known = others[at]
    if (known === undefined) others.push(one)
    else if (isNewer(one, known)) {
      others[at] = one
      older.add(known)
    } else older.add(one)
  }
  return { kept: found.filter((one) => !older.has(one)), older: [...older] }
}

/** Two servers may give one id to two resources. */
function isSameServer(one: Found, other: Found): boolean {
  const [a, b] = [serverOf(one), serverOf(other)]
  return a === b || a === undefined || b === undefined
}

function serverOf({ fullUrl, value }: Found): string | undefined {
  const end = `/${value.resourceType}/${String(value.id)}`
  return fullUrl !== undefined && /^https?:/i.test(fullUrl) && fullUrl.endsWith(end)
    ? fullUrl.slice(0, -end.length)
    : undefined
}

function isNewer(one: Found, other: Found): boolean {
  const [a, b] = [fieldsOf(one.value.meta), fieldsOf(other.value.meta)]
  const versions = [a.versionId, b.versionId].map((version) => Number(textOf(version) ?? Number.NaN))
  const updates = [a.lastUpdated, b.lastUpdated].map((update) => Date.parse(textOf(update) ?? ''))
  for (const [mine = Number.NaN, its = Number.NaN] of [versions, updates]) {
    if (Number.isFinite(mine) && Number.isFinite(its) && mine !== its) return mine > its
  }
  return false
}
