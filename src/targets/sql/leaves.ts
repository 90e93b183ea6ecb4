import type { FactNode, LeafNode } from '../../schema/engine.ts'

/** How the facts of a leaf are joined: see `found` in `facts.ts`. Choices stand beside each other. */
export type Mode = 'ever' | 'latest' | 'ever beside' | 'latest beside'

export interface Leaf {
  readonly number: number
  readonly node: FactNode
  /** The column that holds its value. */
  readonly column: string
}

/** The leaves of a statement: those that ask the same are one, whatever their labels and sources. */
export class Leaves {
  /** Leaves that are a part of a rule: each a column. */
  readonly columns: Leaf[] = []
  /** All that read the facts of one key, those inside `within` too. */
  readonly read: { readonly number: number; readonly node: LeafNode }[] = []
  readonly #known = new Map<string, Leaf>()
  readonly #reading = new Map<string, number>()
  #last = 0

  /** The leaf of a node, registered on first use. */
  of(node: FactNode): Leaf {
    const key = identity(node)
    const known = this.#known.get(key)
    if (known) return known
    const number = isRead(node) && !node.unverified ? this.reading(node) : ++this.#last
    const leaf = { number, node, column: columnOf(number, node) }
    this.#known.set(key, leaf)
    this.columns.push(leaf)
    return leaf
  }

  /** The number under which the facts of a leaf are read; switched off or not, they are there. */
  reading(node: LeafNode): number {
    const on = { ...node, unverified: undefined }
    const key = identity(on)
    const known = this.#reading.get(key)
    if (known !== undefined) return known
    const number = ++this.#last
    this.#reading.set(key, number)
    this.read.push({ number, node: on })
    return number
  }
}

export function isRead(node: FactNode): node is LeafNode {
  return node.kind === 'finding' || node.kind === 'is' || node.kind === 'one-of'
}

export function modeOf(node: LeafNode): Mode {
  const time = node.time === 'latest' ? 'latest' : 'ever'
  return node.kind === 'one-of' ? `${time} beside` : time
}

function identity(node: FactNode): string {
  return JSON.stringify({ ...node, label: undefined, sources: undefined, proposal: undefined })
}

/** A column is known by its number; the words after it are for people. PostgreSQL cuts names after 63 bytes. */
function columnOf(number: number, node: FactNode): string {
  const about = 'key' in node ? node.key : node.kind === 'within' ? node.of.map((side) => side.key).join(' ') : ''
  const words = `${number} ${node.kind} ${about}`.toLowerCase().replace(/[^a-z0-9 -]+/g, ' ')
  return words.trim().slice(0, 60)
}
