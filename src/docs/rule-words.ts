import type { Engine } from '../core/index.ts'
import type { RuleNode } from '../schema/engine.ts'
import { type ProseLine, type ProseOptions, proseOf } from '../targets/prose/index.ts'
import { capital } from './markdown.ts'
import type { Page } from './page.ts'

/**
 * A rule as a nested list in words, each line with its marks and sources; findings and rules are links.
 * Example: `ruleList(engine, rule.when, page)`.
 */
export function ruleList(engine: Engine, node: RuleNode, page: Page, options?: ProseOptions, depth = 0): string {
  return listOf(proseOf(engine, node, options), page, depth).join('\n')
}

function listOf(line: ProseLine, page: Page, depth: number): readonly string[] {
  const indent = '  '.repeat(depth)
  return [
    `${indent}- ${capital(lineWords(line, page))}${page.marks(line)}`,
    ...line.measured.map((made) => `${indent}  - Also read from: ${lineWords(made, page)}${page.marks(made)}`),
    ...line.of.flatMap((child) => listOf(child, page, depth + 1)),
  ]
}

function lineWords(line: ProseLine, page: Page): string {
  const { lead, says, count, must, details } = line
  const named = count ? `**${lead === undefined ? capital(says) : says}**` : linked(line, page)
  const asked = must === undefined ? named : `${named}${must.startsWith('(') ? ' ' : ': '}${must}`
  return `${lead === undefined ? '' : `${lead}: `}${[asked, ...details].join('; ')}`
}

function linked({ about, says }: ProseLine, page: Page): string {
  if (!about) return says
  return about.kind === 'finding' ? page.finding(about.id, says) : page.rule(about.id, says)
}
