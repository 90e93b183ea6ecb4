import type { FactNode } from '../../schema/engine.ts'

interface Leaf {
  readonly name: string
  readonly node: FactNode
}

/** The leaves of a library: those that ask the same are one define, whatever their labels and sources. */
export class Leaves {
  readonly list: Leaf[] = []
  /** What stands behind the name of a define that is asked: nothing, or the day asked for. */
  readonly call: string
  readonly #known = new Map<string, string>()

  constructor(call: string) {
    this.call = call
  }

  /** The name of the define of a leaf. */
  nameOf(node: FactNode): string {
    const asked = JSON.stringify({ ...node, label: undefined, sources: undefined, proposal: undefined })
    const known = this.#known.get(asked)
    if (known !== undefined) return known
    const name = `leaf ${this.list.length + 1}: ${node.kind} ${aboutOf(node)}`.trim()
    this.#known.set(asked, name)
    this.list.push({ name, node })
    return name
  }
}

function aboutOf(node: FactNode): string {
  if (node.kind === 'within') return node.of.map((side) => side.key).join(' and ')
  return node.kind === 'course' ? (node.for ?? node.with ?? []).join(' ') : node.key
}

/** The keys a leaf reads the facts of. */
export function keysOf(node: FactNode): readonly string[] {
  if (node.kind === 'within') return node.of.map((side) => side.key)
  return node.kind === 'course' ? (node.with ?? []) : [node.key]
}
