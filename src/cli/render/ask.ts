import type { Assessment, CriteriaResult, Missing, TreeView } from '../../schema/assessment.ts'
import type { Page, Part } from './page.ts'
import { capital, hang } from './text.ts'

interface Step {
  readonly title: string
  readonly question?: string
  readonly items: Missing[]
}

/** What to ask and test, in order: each question or test once, what it would find out, and which group it would settle. */
export function askPart(assessment: Assessment, page: Page): Part {
  const set = assessment.criteria.find((item) => item.id === assessment.conclusion.criteria)
  if (!set || set.missing.length === 0) return { lines: [] }
  const steps = stepsOf(set.missing, page)
  const numberWidth = String(steps.length).length
  const lines = steps.flatMap(({ title, question, items }, index) => {
    const number = `  ${String(index + 1).padStart(numberWidth)}. `
    const indent = ' '.repeat(number.length)
    const answers = items.flatMap((item) =>
      item.key === undefined || capital(item.label) === title ? [] : [capital(item.label)],
    )
    return [
      ...hang(number, `${title}${adviceOf(items)}`, page.width, page.ink.strong),
      ...(question ? hang(indent, question, page.width) : []),
      ...(answers.length > 0 ? hang(`${indent}not stated: `, answers.join('; '), page.width, page.ink.quiet) : []),
      ...hang(`${indent}for: `, whyOf(items, set).join('; '), page.width, page.ink.quiet),
    ]
  })
  return { heading: 'What to ask and test, in this order', lines }
}

function stepsOf(missing: readonly Missing[], page: Page): readonly Step[] {
  const steps = new Map<string, Step>()
  for (const item of missing) {
    const id = item.ask ?? item.test ?? (isJudgement(item, page) ? JUDGEMENT : `key:${item.key}`)
    const step = steps.get(id) ?? startStep(item, page)
    step.items.push(item)
    steps.set(id, step)
  }
  const judgement = steps.get(JUDGEMENT)
  return [...[...steps.values()].filter((step) => step !== judgement), ...(judgement ? [judgement] : [])]
}

const JUDGEMENT = 'judgement'

/** No test answers it: a clinician may state the whole where the record states no part. */
function isJudgement(item: Missing, page: Page): boolean {
  return item.ask === undefined && item.test === undefined && item.key !== undefined && item.key in page.knowledge.rules
}

function startStep(item: Missing, page: Page): Step {
  if (item.ask !== undefined) return { title: 'A judgement to make', question: item.question ?? item.label, items: [] }
  const test = item.test === undefined ? undefined : page.knowledge.workup[item.test]
  if (test) return { title: test.title, question: test.question, items: [] }
  if (isJudgement(item, page))
    return { title: 'Or, where no part is recorded, the judgement of a clinician', items: [] }
  return { title: capital(item.label), question: item.question, items: [] }
}

/** Done but unclear is repeated, never ordered again as if new; a value without a limit wants the limit. */
function adviceOf(items: readonly Missing[]): string {
  if (items.some((item) => item.advice === 'repeat')) return ' (repeat: the earlier result is unclear)'
  if (items.some((item) => item.advice === 'limit')) return " (the value is there: ask for the laboratory's limit)"
  return ''
}

/** The open groups of the set that the items would settle, most specific name first. */
function whyOf(items: readonly Missing[], set: CriteriaResult): readonly string[] {
  const ids = new Set(items.map((item) => item.ask ?? item.key))
  const named = new Set<string>()
  const walk = (tree: TreeView, depth: number): void => {
    if (!tree.missing.some((item) => ids.has(item.ask ?? item.key))) return
    const next = tree.of.filter(
      (child) => child.value === 'unknown' && child.missing.some((item) => ids.has(item.ask ?? item.key)),
    )
    const isNamed = tree.kind === 'rule' && depth > 0
    if (isNamed || next.length === 0) named.add(capital(tree.label))
    else for (const child of next) walk(child, depth + 1)
  }
  walk(set.tree, 0)
  return [...named]
}
