import { isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Problem } from '../../schema/problem.ts'

/** A way into a document: field names and list positions. */
export type Path = readonly (string | number)[]

/** A YAML file as plain data, able to say on which line a part of it stands. */
export interface Yaml {
  readonly content: unknown
  /** `knowledge/findings/x.yaml:12` for a path; the nearest part there is when the path leads nowhere. */
  readonly at: (path: Path) => string
}

/**
 * Reads one YAML document with unique keys. What is broken is a problem with its line, and then there is no content.
 * Example: `readYaml('label: Fever', 'knowledge/findings/fever.yaml')`.
 */
export function readYaml(text: string, file: string): { yaml?: Yaml; problems: readonly Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const line = (offset: number) => `${file}:${Math.max(1, lines.linePos(offset).line)}`
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    code: 'yaml-broken',
    at: line(error.pos[0]),
    what: (error.message.split('\n')[0] ?? 'not YAML').replace(/:$/, ''),
    hint: 'mend the YAML at this line',
  }))
  if (problems.length > 0) return { problems }
  if (document.contents === null) {
    return {
      problems: [
        {
          code: 'file-empty',
          at: `${file}:1`,
          what: 'the file holds nothing',
          hint: 'write the entry or delete the file',
        },
      ],
    }
  }
  const root: Node = document.contents
  return { yaml: { content: document.toJS(), at: (path) => line(offsetOf(root, path)) }, problems }
}

/** Where a part begins: at its name in a map, at its first character in a list. */
function offsetOf(root: Node, path: Path): number {
  let node: unknown = root
  let offset = root.range?.[0] ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isNode(item.key) && item.key.toJSON() === step)
      if (!pair) return offset
      offset = startOf(pair.key, offset)
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step]
      offset = startOf(node, offset)
    } else return offset
  }
  return offset
}

function startOf(node: unknown, otherwise: number): number {
  return isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise
}
