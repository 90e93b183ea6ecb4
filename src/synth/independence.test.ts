import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readGraph } from '../../test/support/arrows.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const graph = readGraph(join(here, '..'))
const files = [...graph.keys()].filter((file) => file.startsWith('synth/'))

/** Everything that a file imports, and what that imports. */
function reached(from: readonly string[]): ReadonlySet<string> {
  const seen = new Set(from)
  for (const file of seen) for (const { to, typeOnly } of graph.get(file) ?? []) if (!typeOnly) seen.add(to)
  return seen
}

describe('made-up histories', () => {
  it('rest on nothing that judges them: no knowledge, no engine, no reader', () => {
    expect(files.length).toBeGreaterThan(20)
    const outside = [...reached(files)].filter((name) => !name.startsWith('synth/'))
    expect(outside).toEqual(['pure-rand'])
  })

  it('read no file, and load nothing at run time', () => {
    const sources = readdirSync(here, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(here, name), 'utf8'))
    expect(sources.length).toBe(files.length)
    for (const source of sources) {
      expect(source).not.toMatch(/\bimport\s*\(|\brequire\s*\(|\bfetch\s*\(|node:|import\.meta|\.ya?ml\b/)
      expect(source).not.toMatch(/from '[^']*(knowledge|engine|codes\.json)[^']*'/)
    }
  })
})
