import type { AuthoredNode, CareKnowledge, Compiled } from '../../schema/index.ts'
import type { AuthoredCare, Entries } from '../authored.ts'
import { isNodeField } from '../walk.ts'
import { normaliseNode, type UnitOf } from './node.ts'

/** The clinical path as the engine reads it: conditions compiled, the rest as written, examples left behind. */
export function normaliseCare(care: AuthoredCare, unitOf: UnitOf): CareKnowledge {
  const table = <T extends object>(entries: Entries<T>): Readonly<Record<string, Compiled<T>>> => {
    const ids = [...entries.keys()].sort()
    return Object.fromEntries(ids.map((id) => [id, compile(entries.get(id)?.content as T, unitOf)]))
  }
  return {
    differential: table(care.differential),
    complications: table(care.complications),
    risk: table(care.risk),
    pathway: table(care['treatment/pathway']),
    regimens: table(care['treatment/regimens']),
    cautions: table(care['treatment/cautions']),
    considerations: table(care['treatment/considerations']),
    response: table(care.response),
    monitoring: table(care.monitoring),
    recovery: table(care.recovery),
    support: table(care.support),
    coding: table(care.coding),
    centres: table(care.centres),
  }
}

function compile<T>(content: T, unitOf: UnitOf): Compiled<T> {
  return walk(content, unitOf) as Compiled<T>
}

function walk(content: unknown, unitOf: UnitOf): unknown {
  if (Array.isArray(content)) return content.filter((item) => !isOff(item)).map((item) => walk(item, unitOf))
  if (typeof content !== 'object' || content === null) return content
  return Object.fromEntries(
    Object.entries(content)
      .filter(([name]) => name !== 'examples')
      .map(([name, value]) => [
        name,
        isNodeField(name) ? normaliseNode(value as AuthoredNode, unitOf) : walk(value, unitOf),
      ]),
  )
}

/** A statement that rests on memory stays in the YAML, where it can be checked, and is shown nowhere. */
function isOff(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'unverified' in item && item.unverified === true && 'says' in item
}
