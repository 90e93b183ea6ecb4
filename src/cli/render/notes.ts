import type { Assessment, CautionView, CriteriaResult, TreeView } from '../../schema/assessment.ts'
import { type Page, type Part, PROPOSAL } from './page.ts'
import { hang } from './text.ts'

/** What limits the verdict: why the grade is weak, cautions, and facts that count only with reservation. */
export function notesPart(assessment: Assessment, page: Page): Part {
  const shown = assessment.criteria.filter((set) => page.all || set.id === assessment.conclusion.criteria)
  const lines = shown.flatMap((set) => [
    ...(set.gradeReasons ?? []).flatMap((item) => note('weak evidence', item, page)),
    ...(set.cautions ?? []).flatMap((item) => note('caution', item, page)),
  ])
  const flags = new Set(shown.flatMap((set) => flagsOf(set)))
  const flagged = [...flags].flatMap((text) => hang(`  ${page.ink.open('flagged')} `, text, page.width))
  return { heading: 'With reservation', lines: [...new Set(lines), ...flagged] }
}

function note(word: string, item: CautionView, page: Page): readonly string[] {
  const text = `${item.statement.text}${item.proposal ? ` ${PROPOSAL}` : ''}${page.numbering.cite(item.sources)}`
  return hang(`  ${page.ink.open(word)} `, text, page.width)
}

function flagsOf(set: CriteriaResult): readonly string[] {
  const found: string[] = []
  const walk = (tree: TreeView): void => {
    if (tree.value === true) for (const fact of tree.facts) if (fact.flag) found.push(fact.flag)
    for (const child of tree.of) walk(child)
  }
  walk(set.tree)
  return found
}
