import { describe, expect, it } from 'vitest'
import { parts } from '../src/adapters/pointer.ts'
import { assess } from '../src/assess/assess.ts'
import type { Assessment, TreeView } from '../src/schema/assessment.ts'
import { publishedCases, readCase, teachingCases } from './support/cases.ts'
import { realEngine } from './support/real.ts'

/** Whoever doubts a verdict must be able to follow each leaf to a place in the file, a time, and a work with a page. */
const engine = realEngine()
const LEAVES = new Set(['finding', 'is', 'one-of', 'within', 'change', 'course'])

/** The assessment as it goes over the wire. */
function wire(path: string): Assessment {
  const { record } = readCase(path, engine)
  return JSON.parse(JSON.stringify(assess(engine, record, { today: '2026-11-25', all: true })))
}

function leavesOf(tree: TreeView): readonly TreeView[] {
  return LEAVES.has(tree.kind) ? [tree] : tree.of.flatMap(leavesOf)
}

/** What stands at a pointer of the file; undefined where nothing does. */
function resolve(content: unknown, pointer: string): unknown {
  return parts(pointer).reduce<unknown>((inside, part) => {
    if (Array.isArray(inside)) return inside[Number(part)]
    return typeof inside === 'object' && inside !== null
      ? Object.entries(inside).find(([name]) => name === part)?.[1]
      : undefined
  }, content)
}

/** What keeps a settled leaf from being followed up; empty when it can be. */
function lacks(leaf: TreeView, path: string, content: unknown): readonly string[] {
  const faults: string[] = []
  if (leaf.facts.length === 0) faults.push('no fact')
  for (const { key, at, date } of leaf.facts) {
    const [file, pointer = ''] = at.split('#')
    if (file !== path || resolve(content, pointer) === undefined) faults.push(`${key}: nothing stands at ${at}`)
    if (date === '') faults.push(`${key}: no date, not even that it is undated`)
  }
  if (leaf.sources.length === 0) faults.push('no source')
  for (const { work, at } of leaf.sources) {
    if (!Object.hasOwn(engine.knowledge.sources, work)) faults.push(`source ${work} is not in the knowledge`)
    if (at.trim() === '') faults.push(`source ${work} without a place`)
  }
  return faults.map((fault) => `${leaf.label}: ${fault}`)
}

describe('every settled leaf can be followed to its file, its day and its source', () => {
  let settled = 0

  it.each([...publishedCases(), ...teachingCases()])('%s', (path) => {
    const { content } = readCase(path, engine)
    const { criteria, redFlags } = wire(path)
    const trees = [...criteria, ...redFlags.reasons].map((item): TreeView => item.tree)
    const leaves = trees.flatMap(leavesOf).filter((leaf) => leaf.value !== 'unknown')
    settled += leaves.length
    expect(leaves.flatMap((leaf) => lacks(leaf, path, content))).toEqual([])
  })

  it('saw enough of them', () => expect(settled).toBeGreaterThan(1500))
})
