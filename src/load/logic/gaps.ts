import type { FactNode, RuleNode } from '../../schema/engine.ts'

/** A place where Kleene's logic says unknown although every completion of what is unknown says the same. */
export interface Gap {
  /** What is known, by atom; everything else is not. */
  readonly known: Readonly<Record<string, boolean>>
  /** What every completion says. */
  readonly always: boolean
}

/** The atoms a criteria set is built of: its references to rules, and the leaves it asks itself. */
type Shape =
  | { readonly atom: string }
  | { readonly n: number; readonly of: readonly Shape[]; readonly negated?: boolean }

/** More repeated atoms than this are not enumerated: 3^12 cases are half a million. */
export const MOST_ATOMS = 12

/**
 * The smallest partial answers for which the condition is unknown although it is settled; undefined where there are
 * too many atoms to try them all. Where no atom occurs both plain and under `not`, there is none: the completion that
 * speaks most against the condition is then the one Kleene's logic reckons with. Of the rest, parts in which nothing
 * occurs twice have no such place and count as one atom.
 */
export function gapsOf(when: RuleNode): readonly Gap[] | undefined {
  const whole = shapeOf(when)
  const signs = { plain: new Set<string>(), negated: new Set<string>() }
  sign(whole, false, signs)
  if (![...signs.plain].some((atom) => signs.negated.has(atom))) return []
  const counts = new Map<string, number>()
  count(whole, counts)
  const shape = collapse(whole, (atom) => (counts.get(atom) ?? 0) > 1)
  const atoms = [...atomsOf(shape, new Set())]
  if (atoms.length > MOST_ATOMS) return undefined
  const index = new Map(atoms.map((atom, i) => [atom, i]))
  return minimal(enumerate(shape, index), atoms)
}

/** Fields that do not change what a leaf asks. */
const SAYS_NOTHING = ['label', 'sources', 'proposal', 'unverified', 'text']

function shapeOf(node: RuleNode): Shape {
  switch (node.kind) {
    case 'all':
      return { n: node.of.length, of: node.of.map(shapeOf) }
    case 'any':
      return { n: 1, of: node.of.map(shapeOf) }
    case 'at-least':
      return { n: node.n, of: node.of.map(shapeOf) }
    case 'not':
      return { n: 1, of: [shapeOf(node.of[0])], negated: true }
    case 'rule':
      return { atom: node.id }
    default:
      return { atom: nameOf(node) }
  }
}

/** Leaves that ask the same have one name; the simple ones a readable one. */
function nameOf(node: FactNode): string {
  const time = 'time' in node && node.time !== 'ever' ? ` (${node.time})` : ''
  if (node.kind === 'is' && node.threshold)
    return `${node.key} ${node.threshold.comparator} ${node.threshold.value}${time}`
  if (node.kind === 'one-of') return `${node.key} ${node.values.join(' or ')}${time}`
  if (
    node.kind === 'finding' &&
    Object.keys(node).every((name) => ['kind', 'key', 'time', ...SAYS_NOTHING].includes(name))
  )
    return `${node.key}${time}`
  return JSON.stringify(node, (name, value: unknown) => (SAYS_NOTHING.includes(name) ? undefined : value))
}

function sign(
  shape: Shape,
  negated: boolean,
  signs: { readonly plain: Set<string>; readonly negated: Set<string> },
): void {
  if ('atom' in shape) signs[negated ? 'negated' : 'plain'].add(shape.atom)
  else for (const child of shape.of) sign(child, negated !== (shape.negated ?? false), signs)
}

function count(shape: Shape, counts: Map<string, number>): void {
  if ('atom' in shape) counts.set(shape.atom, (counts.get(shape.atom) ?? 0) + 1)
  else for (const child of shape.of) count(child, counts)
}

function atomsOf(shape: Shape, atoms: Set<string>): Set<string> {
  if ('atom' in shape) atoms.add(shape.atom)
  else for (const child of shape.of) atomsOf(child, atoms)
  return atoms
}

/** Replaces each part without repeated atoms by one atom, named after what it holds. */
function collapse(shape: Shape, repeated: (atom: string) => boolean): Shape {
  if ('atom' in shape) return shape
  const atoms = [...atomsOf(shape, new Set())]
  if (!atoms.some(repeated)) return { atom: describe(shape) }
  return { ...shape, of: shape.of.map((child) => collapse(child, repeated)) }
}

function describe(shape: Shape): string {
  if ('atom' in shape) return shape.atom
  const of = shape.of.map(describe).join(', ')
  if (shape.negated) return `not (${of})`
  return shape.n === shape.of.length && shape.n > 1 ? `all of (${of})` : `${shape.n} of (${of})`
}

/** 0 false, 1 true, 2 unknown, as in a base-3 number with one digit for each atom. */
function evaluate(shape: Shape, digits: readonly number[], index: ReadonlyMap<string, number>): number {
  if ('atom' in shape) return digits[index.get(shape.atom) as number] as number
  let held = 0
  let open = 0
  for (const child of shape.of) {
    const value = evaluate(child, digits, index)
    if (value === 1) held++
    else if (value === 2) open++
  }
  const value = held >= shape.n ? 1 : held + open < shape.n ? 0 : 2
  return shape.negated && value !== 2 ? 1 - value : value
}

/** Every partial answer that is unknown and yet settled, as digits. */
function enumerate(shape: Shape, index: ReadonlyMap<string, number>): { digits: readonly number[]; always: boolean }[] {
  const places = [...index.values()].map((i) => 3 ** i)
  // What all completions say, by the number of the answer: 2 where they differ. Smaller numbers come first, and
  // replacing an unknown digit (2) makes the number smaller.
  const settled = new Uint8Array(3 ** places.length)
  const gaps: { digits: readonly number[]; always: boolean }[] = []
  for (let number = 0; number < settled.length; number++) {
    const digits = places.map((place) => Math.floor(number / place) % 3)
    const unknown = digits.indexOf(2)
    const kleene = evaluate(shape, digits, index)
    if (unknown < 0) {
      settled[number] = kleene
      continue
    }
    const place = places[unknown] as number
    const ifFalse = settled[number - 2 * place] as number
    const ifTrue = settled[number - place] as number
    settled[number] = ifFalse === ifTrue ? ifFalse : 2
    if (kleene === 2 && settled[number] !== 2) gaps.push({ digits, always: settled[number] === 1 })
  }
  return gaps
}

/** Keeps those from which nothing known can be taken away. */
function minimal(gaps: readonly { digits: readonly number[]; always: boolean }[], atoms: readonly string[]): Gap[] {
  const within = (small: readonly number[], large: readonly number[]) =>
    small.every((digit, i) => digit === 2 || digit === large[i])
  return gaps
    .filter((gap) => !gaps.some((other) => other !== gap && within(other.digits, gap.digits)))
    .map(({ digits, always }) => ({
      known: Object.fromEntries(atoms.flatMap((atom, i) => (digits[i] === 2 ? [] : [[atom, digits[i] === 1]]))),
      always,
    }))
}
