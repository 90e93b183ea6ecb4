import type { Assessment } from '../../../schema/assessment.ts'
import type { ConditionView } from '../../../schema/assessment-care.ts'
import type { Page, Part } from '../page.ts'
import { hang } from '../text.ts'
import { conflictsOf, disagreement, leftOut, named, run, told, toldLines } from './parts.ts'

const CONDITIONS = 3
const SAID = 1

type Evidence = ConditionView['evidence'][number]

/**
 * What else it could be: conditions for or against which the record says something, and the published figures of each
 * finding. No condition has a number of its own, and figures are never multiplied.
 */
export function differentialPart(assessment: Assessment, page: Page): Part {
  const speaking = assessment.differential.filter(speaks).sort(byUse)
  const shown = page.all ? assessment.differential : speaking.slice(0, CONDITIONS)
  if (shown.length === 0) return { lines: [] }
  const lines = shown.flatMap((condition) => conditionLines(condition, page))
  const rest = page.all ? [] : speaking.slice(CONDITIONS).map(({ title }) => title)
  const texts = shown.flatMap((item) => [...item.for, ...item.against, ...item.discriminators].map(({ says }) => says))
  const foot = 'Figures stand for one finding each and are never multiplied; what is not stated speaks for nothing.'
  return {
    heading: 'Differential: for and against',
    lines: [
      ...lines,
      ...named('  also spoken of (--section differential)', rest, page),
      ...run('  ', foot, page),
      ...disagreement(conflictsOf(shown, texts, page), page),
    ],
  }
}

/** What has something for it first, then what most is said of. */
function byUse(a: ConditionView, b: ConditionView): number {
  const isFor = (item: ConditionView) => Number(item.for.length > 0)
  return isFor(b) - isFor(a) || said(b) - said(a)
}

function said({ for: speaking, against, discriminators }: ConditionView): number {
  return speaking.length + against.length + discriminators.length
}

function speaks(condition: ConditionView): boolean {
  return said(condition) > 0
}

function conditionLines(condition: ConditionView, page: Page): readonly string[] {
  const title = hang('  ', `${condition.title}${page.numbering.cite(condition.sources)}`, page.width, page.ink.strong)
  const sides = [
    ['for it: ', condition.for],
    ['against it: ', condition.against],
    ['telling apart: ', condition.discriminators],
  ] as const
  const told = sides.flatMap(([mark, items]) => {
    const few = page.all ? items : items.slice(0, SAID)
    const more = items.length - few.length
    return [...toldLines(`    ${mark}`, few, page), ...(more > 0 ? [`      and ${more} more`] : [])]
  })
  const figures = condition.evidence.filter((item) => page.all || isStated(item))
  const shown = page.all ? figures : figures.slice(0, SAID)
  return [
    ...title,
    ...told,
    ...shown.flatMap((item) => hang('    figure: ', figureWords(item, condition, page), page.width, page.ink.quiet)),
    ...leftOut(figures.length - shown.length, 'figures of findings on record', 'differential', page).map(indent),
    ...(page.all ? features(condition, page) : []),
    ...(page.all ? named('    not in the record', condition.open.filter(isName), page) : []),
  ]
}

/** Feature by feature beside POEMS. */
function features({ features: rows = [] }: ConditionView, page: Page): readonly string[] {
  return rows.flatMap(({ feature, poems, here, sources }) => {
    const says = `${feature}: in POEMS ${poems}; here ${here}`
    return hang('    · ', told({ says, sources }, page), page.width)
  })
}

const indent = (line: string) => `  ${line}`

/** A figure is of use where the record says whether the finding is there. */
function isStated({ value, lr, lrAbsent }: Evidence): boolean {
  return (value === true && lr !== undefined) || (value === false && lrAbsent !== undefined)
}

/** A bare group has no name of its own; its members are asked for elsewhere. */
function isName(label: string): boolean {
  return !/^(all|any|at least) .*of these/i.test(label)
}

/** Example: "Thrombocytosis (present): 53.7 % of 136 with POEMS, 1.5 % of 67 here; likelihood ratio 36 (5 to 253) …". */
function figureWords(item: Evidence, condition: ConditionView, page: Page): string {
  const state = item.value === true ? 'present' : item.value === false ? 'absent' : 'not in the record'
  const other = item.against === condition.condition ? 'here' : item.against
  const shares = [
    item.poems === undefined ? '' : `POEMS ${item.poems}`,
    item.other === undefined ? '' : `${other} ${item.other}`,
  ].filter(Boolean)
  const interval = item.low === undefined || item.high === undefined ? '' : ` (${item.low} to ${item.high})`
  const ratios = [
    item.lr === undefined ? '' : `likelihood ratio for POEMS ${item.lr}${interval}`,
    item.lrAbsent === undefined ? '' : `${item.lrAbsent} when absent`,
  ].filter(Boolean)
  const ratio = ratios.length === 0 ? '' : `; ${ratios.join(', ')}${other === 'here' ? '' : `, against ${other}`}`
  const says = `${item.finding} (${state}): ${shares.join(', ')}${ratio}${item.derived ? ', computed from the shares' : ''}`
  return told({ says, sources: item.sources }, page)
}
