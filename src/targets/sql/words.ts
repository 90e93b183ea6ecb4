import type { Engine } from '../../core/index.ts'
import type { Citation, EngineRule, FactNode } from '../../schema/engine.ts'

/** A rule in the words of a remark. */
export function ruleWords({ id, title, sources, proposal }: EngineRule): string {
  return `${title} (${id})${proposal ? ', our own proposal' : ''}${cited(sources)}`
}

/** A leaf in the words of a remark: what is asked of which finding, and on whose word. */
export function leafWords(engine: Engine, node: FactNode): string {
  const { findings } = engine.knowledge
  const about = 'key' in node ? (findings[node.key]?.label ?? node.key) : node.kind
  const how = 'time' in node ? `, ${node.time}` : ''
  const label = node.label === undefined ? '' : ` "${node.label}"`
  return `${about}${label}: ${node.kind}${asked(node)}${how}${node.proposal ? ', our own proposal' : ''}${cited(node.sources)}`
}

function asked(node: FactNode): string {
  switch (node.kind) {
    case 'is':
      return ` ${node.threshold?.text ?? `${node.limit} the limit of the laboratory`}${node.orWithoutLimit ? `, or without one ${node.orWithoutLimit.text}` : ''}`
    case 'one-of':
      return ` ${node.values.join(', ')}`
    case 'within':
      return ` ${node.text}: ${node.of.map((side) => side.key).join(node.ordered ? ', then ' : ' and ')}`
    case 'change':
      return ` from ${node.from}: ${node.by.text}`
    case 'finding':
    case 'course':
      return ''
    default:
      return node satisfies never
  }
}

function cited(sources: readonly Citation[] = []): string {
  return sources.length === 0 ? '' : ` [${sources.map(({ work, at }) => `${work}, ${at}`).join('; ')}]`
}
