import { type Node, parseTree } from 'jsonc-parser'

/** Does a place that a problem names exist in the input? `name`, `name:line[:column]`, each with a pointer or without. */
export function placeExists(at: string, name: string, text: string): boolean {
  if (!at.startsWith(name)) return false
  const [, line, column, pointer] = /^(?::(\d+))?(?::(\d+))?(?:#(.*))?$/s.exec(at.slice(name.length)) ?? []
  if (line === undefined && pointer === undefined) return at === name
  // NDJSON ends its lines with line feeds only; elsewhere a carriage return ends one too.
  return [/\n/, /\r\n?|\n/].some((end) => {
    const content = line === undefined ? text : text.split(end)[Number(line) - 1]
    if (content === undefined) return false
    // A text that ends too early breaks one column behind its last character.
    if (column !== undefined && Number(column) > content.length + 1) return false
    return pointer === undefined || pointerExists(pointer, content)
  })
}

let last: { readonly text: string; readonly root: Node | undefined } = { text: '', root: undefined }

/** Follows a pointer through text that is JSON, through every field of a repeated name. */
function pointerExists(pointer: string, text: string): boolean {
  if (last.text !== text) last = { text, root: parseTree(text.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, '')) }
  let nodes: Node[] = last.root === undefined ? [] : [last.root]
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    nodes = nodes.flatMap((node) => inside(node, name))
  }
  return nodes.length > 0
}

function inside(node: Node, name: string): Node[] {
  if (node.type === 'array') return node.children?.slice(Number(name), Number(name) + 1) ?? []
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? []
    return key?.value === name && value !== undefined ? value : []
  })
}
