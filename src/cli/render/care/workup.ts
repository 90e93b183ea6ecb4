import type { Assessment, CriteriaResult, Missing, TreeView } from '../../../schema/assessment.ts'
import type { WorkupItem } from '../../../schema/assessment-care.ts'
import { type Page, type Part, PROPOSAL } from '../page.ts'
import { capital, hang } from '../text.ts'
import { conflictsAbout, conflictsOf, disagreement, factNames, leftOut, named, run, toldLines } from './parts.ts'

/** Of a short work-up so many steps are told with their question, and so many more by name. */
const IN_FULL = 3
const BY_NAME = 6
/** Fewer that are done are named, more are counted. */
const DONE_NAMED = 6

/** One thing to do: a test of the work-up, a question to a clinician, or something no test answers. */
interface Step {
  readonly title: string
  readonly question?: string
  readonly why?: string
  /** The groups of the set that it would settle. */
  readonly settles?: string
  readonly item?: WorkupItem
}

/**
 * The work-up: what is due or to be repeated, numbered in the order of its use for the verdict, then what is done. A
 * result that closes nothing by itself says so where it stands.
 */
export function workupPart(assessment: Assessment, page: Page): Part {
  const steps = stepsOf(assessment, page)
  const done = assessment.workup.filter(({ status }) => status === 'done')
  const shown = page.all ? steps : steps.slice(0, IN_FULL + BY_NAME)
  const numberWidth = String(shown.length).length
  const lines = shown.flatMap((step, index) => {
    const number = `  ${String(index + 1).padStart(numberWidth)}. `
    return stepLines(step, number, index < IN_FULL || page.all, page)
  })
  const text = page.all ? assessment.workup.flatMap(({ traps }) => traps.map(({ says }) => says)) : []
  const about = shown.flatMap((step) => idsOf(step, page))
  const all = [
    ...(steps.length === 0 ? run('  ', nothingWords(assessment), page) : []),
    ...lines,
    ...leftOut(steps.length - shown.length, 'to ask or test', 'workup', page),
    ...doneLines(done, page),
    ...(page.all ? notNeeded(assessment.workup, page) : []),
    ...disagreement([...new Set([...conflictsAbout(about, page), ...conflictsOf([], text, page)])], page),
  ]
  return {
    heading: steps.length > 0 ? 'Work-up: ask and test in this order' : 'Work-up',
    lines: assessment.workup.length === 0 && steps.length === 0 ? [] : all,
  }
}

/** A met set has nothing missing; what would firm it up stands in the conclusion. */
function nothingWords({ conclusion }: Assessment): string {
  const firmer = conclusion.sentences.some(({ id }) => id === 'conclusion.firm')
  return `Nothing open would change the verdict of the default set${firmer ? '; the conclusion names what would firm it up' : ''}.`
}

/** What a step is about: the test and what it answers first, in full everything. A label on record is asked, not tested. */
function idsOf({ item }: Step, page: Page): readonly string[] {
  if (!item) return []
  const open = item.open.filter((key) => page.knowledge.findings[key]?.kind !== 'diagnosis')
  return [item.test, ...(page.all ? item.open : open.slice(0, 1))]
}

function stepLines(step: Step, number: string, inFull: boolean, page: Page): readonly string[] {
  const indent = ' '.repeat(number.length)
  const marks = `${step.item?.proposal && inFull ? ` ${PROPOSAL}` : ''}${page.numbering.cite(step.item?.sources)}`
  const title = hang(number, `${step.title}${marks}`, page.width, page.ink.strong)
  if (!inFull) return title
  const why = page.all || !step.settles ? [step.why, step.settles].filter(Boolean).join(' ') : step.settles
  return [
    ...title,
    ...(step.question ? hang(indent, step.question, page.width) : []),
    ...(why ? hang(indent, why, page.width, page.ink.quiet) : []),
    ...(page.all && step.item ? itemLines(step.item, indent, page) : []),
  ]
}

/** What is on record of a test, how well it answers, and where it misleads. */
function itemLines(item: WorkupItem, indent: string, page: Page): readonly string[] {
  const facts = factNames(item.answers)
  return [
    ...(facts ? hang(`${indent}on record: `, facts, page.width, page.ink.quiet) : []),
    ...toldLines(`${indent}- `, item.performance, page),
    ...toldLines(`${indent}trap: `, item.traps, page),
  ]
}

/** Names of what is done; a result that does not close its question is told in a line of its own. */
function doneLines(done: readonly WorkupItem[], page: Page): readonly string[] {
  const usual = page.knowledge.phrases['workup.done']
  const open = done.filter(({ why }) => why !== usual)
  const closed = done.filter(({ why }) => why === usual)
  const names = closed.map(({ title }) => title)
  const count = `${names.length} tests (--section workup)`
  return [
    ...open.flatMap(({ title, why }) => hang(`  ${page.ink.open('△')} `, `${title}: ${why}`, page.width)),
    ...(page.all
      ? closed.flatMap((item) => [...hang('  ✓ ', item.title, page.width), ...itemLines(item, '    ', page)])
      : named('  ✓ on record', names.length > DONE_NAMED ? [count] : names, page)),
  ]
}

function notNeeded(items: readonly WorkupItem[], page: Page): readonly string[] {
  const titles = items.filter(({ status }) => status === 'not-needed').map(({ title }) => title)
  return named('  would not change what this record says', titles, page)
}

/** The tests in the order of the work-up; a judgement that is asked for first, a judgement instead of parts last. */
function stepsOf(assessment: Assessment, page: Page): readonly Step[] {
  const set = assessment.criteria.find(({ id }) => id === assessment.conclusion.criteria)
  const missing = set?.missing ?? []
  const wanted = assessment.workup.filter(({ status }) => status === 'due' || status === 'repeat')
  const asked = missing.filter((item) => item.ask !== undefined)
  const judged = missing.filter((item) => isJudgement(item, page))
  const tested = new Set(wanted.flatMap(({ open }) => open))
  const untested = missing.filter((item) => item.key !== undefined && !tested.has(item.key) && !judged.includes(item))
  return [
    ...asked.map((item) => ({
      title: 'A judgement to make',
      question: item.question ?? item.label,
      settles: forWords([item], set),
    })),
    ...wanted.map((item) => testStep(item, missing, set)),
    ...untested.map((item) => ({ title: capital(item.label), settles: forWords([item], set) })),
    ...judged.map((item) => ({
      title: `Or, where no part is recorded, the judgement of a clinician: ${item.label}`,
      settles: forWords([item], set),
    })),
  ]
}

function testStep(item: WorkupItem, missing: readonly Missing[], set: CriteriaResult | undefined): Step {
  const open = missing.filter(({ key }) => key !== undefined && item.open.includes(key))
  return {
    title: `${item.title}${adviceOf(item, open)}`,
    question: item.question,
    why: item.why,
    settles: item.status === 'repeat' ? '' : forWords(open, set),
    item,
  }
}

/** No test answers it: a clinician may state the whole where the record states no part. */
function isJudgement(item: Missing, page: Page): boolean {
  return item.ask === undefined && item.test === undefined && item.key !== undefined && item.key in page.knowledge.rules
}

/** Done but unclear is repeated, never ordered again as if new; a value without a limit wants the limit. */
function adviceOf(item: WorkupItem, open: readonly Missing[]): string {
  if (item.status === 'repeat') return ' (repeat)'
  if (open.some(({ advice }) => advice === 'limit')) return " (the value is there: ask for the laboratory's limit)"
  return ''
}

/** The open groups of the set that the items would settle, most specific name first. */
function forWords(items: readonly Missing[], set: CriteriaResult | undefined): string {
  if (!set || items.length === 0) return ''
  const ids = new Set(items.map((item) => item.ask ?? item.key))
  const found = new Set<string>()
  const asks = (tree: TreeView) => tree.missing.some((item) => ids.has(item.ask ?? item.key))
  const walk = (tree: TreeView, depth: number): void => {
    if (!asks(tree)) return
    const next = tree.of.filter((child) => child.value === 'unknown' && asks(child))
    if ((tree.kind === 'rule' && depth > 0) || next.length === 0) found.add(capital(tree.label))
    else for (const child of next) walk(child, depth + 1)
  }
  walk(set.tree, 0)
  return found.size === 0 ? '' : `For: ${[...found].join('; ')}.`
}
