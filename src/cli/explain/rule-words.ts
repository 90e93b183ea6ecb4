import type { Engine } from '../../core/index.ts'
import type { RuleNode } from '../../schema/engine.ts'
import { type ProseLine, type ProseOptions, proseOf } from '../../targets/prose/index.ts'
import { type Page, PROPOSAL } from '../render/page.ts'
import { capital, hang } from '../render/text.ts'

const STEP = 2

/**
 * A rule as an indented list in words: counts, thresholds, which facts are read; a reference names the id to explain
 * next. The words are those of the reference pages. Example: `ruleWords(engine, rule.when, page)`.
 */
export function ruleWords(
  engine: Engine,
  node: RuleNode,
  page: Page,
  options?: ProseOptions,
  indent = STEP,
): readonly string[] {
  return linesOf(proseOf(engine, node, options), page, indent)
}

function linesOf(line: ProseLine, page: Page, indent: number): readonly string[] {
  const marks = `${line.proposal ? ` ${PROPOSAL}` : ''}${line.unverified ? ' (unverified, switched off)' : ''}`
  const text = `${capital(wordsOf(line))}${marks}${page.numbering.cite(line.sources)}`
  return [
    ...hang(`${' '.repeat(indent)}- `, text, page.width),
    ...line.of.flatMap((child) => linesOf(child, page, indent + STEP)),
  ]
}

function wordsOf({ lead, says, count, about, must, details, of }: ProseLine): string {
  const explain = about?.kind === 'rule' ? ` (explain ${about.id})` : ''
  const asked = `${says}${explain}${must === undefined ? '' : `${must.startsWith('(') ? ' ' : ': '}${must}`}`
  const text = `${lead === undefined ? '' : `${lead}: `}${[asked, ...details].join('; ')}`
  return count && of.length > 0 ? `${text}:` : text
}
