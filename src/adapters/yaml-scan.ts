import { type Document, isMap, isPair, isScalar, isSeq } from 'yaml'
import { FORBIDDEN_NAMES, type Found, LONGEST_TEXT, MOST_ITEMS } from './json-scan.ts'
import { show } from './report.ts'

type Path = Found['path']

/** A trouble in YAML that is well-formed all the same. */
export interface FoundLine extends Found {
  readonly line: number
}

/** Repeated and forbidden names, texts and lists beyond what a record needs: what the parser lets pass. */
export function findInYaml(document: Document, lineAt: (offset: number) => number): readonly FoundLine[] {
  const found: FoundLine[] = []
  const open: { readonly node: unknown; readonly path: Path }[] = [{ node: document.contents, path: [] }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, path } = next
    if (isMap(node)) {
      for (const item of names(node, path, lineAt, found)) open.push(item)
    } else if (isSeq(node)) {
      if (path.length > 0 && node.items.length > MOST_ITEMS) {
        const hint = 'split the record; what stands behind was not read'
        found.push({
          code: 'too-large',
          path,
          line: lineOf(node, lineAt),
          what: `a list has more than ${MOST_ITEMS} items`,
          hint,
        })
      }
      for (const [index, item] of node.items.entries()) open.push({ node: item, path: [...path, index] })
    } else if (isScalar(node) && typeof node.value === 'string' && node.value.length > LONGEST_TEXT) {
      const what = `a text of ${node.value.length} characters was not read`
      const hint = `a text may have ${LONGEST_TEXT} characters: link to large contents instead`
      found.push({ code: 'too-large', path, line: lineOf(node, lineAt), what, hint })
    }
  }
  return found
}

function names(
  map: { readonly items: readonly unknown[] },
  path: Path,
  lineAt: (offset: number) => number,
  found: FoundLine[],
): { readonly node: unknown; readonly path: Path }[] {
  const seen = new Map<string, number>()
  const inside: { node: unknown; path: Path }[] = []
  for (const item of map.items) {
    if (!isPair(item) || !isScalar(item.key)) continue
    const name = String(item.key.value)
    const line = lineOf(item.key, lineAt)
    const before = seen.get(name)
    if (FORBIDDEN_NAMES.includes(name)) {
      const what = `a field is named ${show(name)}; it was not read`
      found.push({ code: 'name-forbidden', path: [...path, name], line, what, hint: 'take this field out' })
    } else if (before !== undefined) {
      const what = `the name ${show(name)} stands at line ${before} and again at line ${line}; the last was read`
      found.push({ code: 'name-repeated', path: [...path, name], line, what, hint: 'keep one of them' })
    }
    seen.set(name, line)
    inside.push({ node: item.value, path: [...path, name] })
  }
  return inside
}

function lineOf(
  node: { readonly range?: readonly [number, number, number] | null },
  lineAt: (offset: number) => number,
): number {
  return lineAt(node.range?.[0] ?? 0)
}
