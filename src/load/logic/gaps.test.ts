import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleNode } from '../../schema/engine.ts'
import { type Gap, gapsOf } from './gaps.ts'

const rule = (id: string): RuleNode => ({ kind: 'rule', id })
const not = (node: RuleNode): RuleNode => ({ kind: 'not', of: [node] })
const any = (...of: RuleNode[]): RuleNode => ({ kind: 'any', of })
const all = (...of: RuleNode[]): RuleNode => ({ kind: 'all', of })

const NAMES = ['a', 'b', 'c', 'd']
const { node } = fc.letrec<{ node: RuleNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom(...NAMES).map(rule),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of): RuleNode => ({ kind: 'all', of })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of): RuleNode => ({ kind: 'any', of })),
    fc.array(tie('node'), { minLength: 3, maxLength: 4 }).map((of): RuleNode => ({ kind: 'at-least', n: 2, of })),
    tie('node').map(not),
  ),
}))

type Known = Readonly<Record<string, boolean>>

function kleene(tree: RuleNode, known: Known): boolean | undefined {
  if (tree.kind === 'rule') return known[tree.id]
  if (!('of' in tree)) throw new Error('not in this test')
  const values = tree.of.map((child) => kleene(child, known))
  if (tree.kind === 'not') return values[0] === undefined ? undefined : !values[0]
  const n = tree.kind === 'all' ? values.length : tree.kind === 'any' ? 1 : tree.kind === 'at-least' ? tree.n : 0
  const held = values.filter((value) => value === true).length
  const open = values.filter((value) => value === undefined).length
  return held >= n ? true : held + open < n ? false : undefined
}

function completions(tree: RuleNode, known: Known): Set<boolean | undefined> {
  const unknown = NAMES.filter((name) => !(name in known))
  const values = new Set<boolean | undefined>()
  for (let bits = 0; bits < 2 ** unknown.length; bits++) {
    const rest = Object.fromEntries(unknown.map((name, i) => [name, ((bits >> i) & 1) === 1]))
    values.add(kleene(tree, { ...known, ...rest }))
  }
  return values
}

/** Every partial answer that is unknown although all its completions agree. */
function byTrying(tree: RuleNode): Gap[] {
  const gaps: Gap[] = []
  for (let number = 0; number < 3 ** NAMES.length; number++) {
    const known = Object.fromEntries(
      NAMES.flatMap((name, i) =>
        Math.floor(number / 3 ** i) % 3 === 2 ? [] : [[name, Math.floor(number / 3 ** i) % 3 === 1]],
      ),
    )
    const values = completions(tree, known)
    if (kleene(tree, known) === undefined && values.size === 1) gaps.push({ known, always: values.has(true) })
  }
  return gaps
}

describe('gapsOf', () => {
  it('finds a place exactly where trying everything finds one', () => {
    fc.assert(
      fc.property(node, (tree) => {
        expect((gapsOf(tree) ?? []).length > 0).toBe(byTrying(tree).length > 0)
      }),
      { numRuns: 500 },
    )
  })

  it('names the smallest answers', () => {
    expect(gapsOf(any(rule('a'), not(rule('a'))))).toEqual([{ known: {}, always: true }])
    expect(gapsOf(all(rule('b'), any(rule('a'), not(rule('a')))))).toEqual([{ known: { b: true }, always: true }])
    expect(gapsOf(any(all(rule('a'), rule('b')), all(not(rule('a')), rule('c'))))).toEqual([
      { known: { b: true, c: true }, always: true },
    ])
  })

  it('finds none where nothing is asked both ways, and gives up where too much is', () => {
    expect(gapsOf(all(any(rule('a'), rule('b')), any(rule('a'), rule('c'))))).toEqual([])
    const many = Array.from({ length: 13 }, (_, i) => any(rule(`r${i}`), all(not(rule(`r${i}`)), rule('x'))))
    expect(gapsOf(all(...many))).toBeUndefined()
  })
})
