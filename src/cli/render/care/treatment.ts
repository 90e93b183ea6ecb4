import type { Assessment } from '../../../schema/assessment.ts'
import type { TreatmentView } from '../../../schema/assessment-care.ts'
import { type Page, type Part, PROPOSAL } from '../page.ts'
import { capital, hang } from '../text.ts'
import { cautionLines, graveTitles } from './cautions.ts'
import { conflictsOf, disagreement, factNames, named, run, told, toldLines } from './parts.ts'

const OUTCOMES = 1

type Step = TreatmentView['path'][number]

/**
 * The treatment pathway as a walk, the options it leads to with what was published of them, this person's cautions, and
 * the considerations of clots. Options to discuss: no doses, no orders, no choice.
 */
export function treatmentParts(assessment: Assessment, page: Page): readonly Part[] {
  const { treatment } = assessment
  if (!treatment) return []
  // In the order of the page, so that the works are numbered as they are met.
  const parts: readonly Part[] = [
    { heading: 'Treatment: the way through the pathway', lines: walkLines(treatment, page) },
    { heading: 'Options to discuss: no order, no dose', lines: optionLines(treatment, page) },
    { heading: 'Cautions for this person', lines: cautionLines(treatment, page) },
    ...treatment.considerations.map((item) => considerationPart(item, page)),
  ]
  const disputed = disagreement(conflictsOf([treatment], textsOf(treatment), page), page)
  const last = parts.findLastIndex(({ lines }) => lines.length > 0)
  return parts.map((part, index) => (index === last ? { ...part, lines: [...part.lines, ...disputed] } : part))
}

function walkLines(treatment: TreatmentView, page: Page): readonly string[] {
  const basis =
    treatment.basis === 'recorded'
      ? 'Walked because POEMS is recorded as diagnosed.'
      : 'Walked because the criteria are met on more than weak evidence.'
  return [...run('  ', basis, page), ...treatment.path.flatMap((step) => stepLines(step, page))]
}

function stepLines(step: Step, page: Page): readonly string[] {
  const settled = step.answer !== 'undetermined'
  const sign = settled ? page.ink.yes('◆') : page.ink.open('◈')
  const says = settled ? `${step.says ?? capital(step.answer)}` : `undetermined. ${step.question}`
  const marks = `${step.proposal ? ` ${PROPOSAL}` : ''}${page.numbering.cite(step.sources)}`
  const missing = step.missing.map((item) => item.question ?? item.label)
  const considerations = page.all ? step.considerations : []
  return [
    ...hang(`  ${sign} `, `${step.title}: ${says}${marks}`, page.width),
    ...(page.all && settled ? hang('      asked: ', step.question, page.width, page.ink.quiet) : []),
    ...(page.all ? named('      because', factsOf(step), page) : []),
    ...named('      not stated', page.all ? missing : missing.slice(0, 4), page),
    ...toldLines('      - ', considerations, page),
  ]
}

function factsOf(step: Step): readonly string[] {
  const facts = factNames(step.facts)
  return facts ? [facts] : []
}

/** The options that most was published of come first: an order of evidence, not of preference. */
function optionLines(treatment: TreatmentView, page: Page): readonly string[] {
  const options = [...treatment.options].sort((a, b) => b.outcomes.length - a.outcomes.length)
  return options.flatMap((option) => {
    const outcomes = page.all ? option.outcomes : option.outcomes.slice(0, OUTCOMES)
    const more = option.outcomes.length - outcomes.length
    const warnings = graveTitles(option.cautions, page)
    return [
      ...hang('  ', option.title, page.width, page.ink.strong),
      ...outcomes.flatMap((outcome) => {
        const says = `${outcome.n}; ${outcome.setting}. ${capital(outcome.result)}`
        return hang('    n = ', told({ says, sources: outcome.sources }, page), page.width)
      }),
      ...(more > 0 ? run('    ', `and ${more} more series (explain ${option.regimen})`, page) : []),
      ...(warnings.length > 0 ? hang(`    ${page.ink.clash('▲')} `, warnings.join('; '), page.width) : []),
    ]
  })
}

function considerationPart(item: TreatmentView['considerations'][number], page: Page): Part {
  const factors = item.factors.map((factor) => told(factor, page))
  const short = hang('    for: ', factors.join(' ') || 'none on record', page.width)
  return {
    heading: `${item.title}: considerations`,
    lines: [
      ...hang('  ', item.says, page.width),
      ...(page.all ? toldLines('    for: ', item.factors, page) : short),
      ...toldLines('    against: ', item.opposing, page),
      ...item.positions.flatMap((position) => hang('    position: ', told(position, page), page.width)),
    ],
  }
}

function textsOf(treatment: TreatmentView): readonly string[] {
  return [
    ...treatment.path.flatMap(({ says, considerations }) => [says ?? '', ...considerations.map((item) => item.says)]),
    ...treatment.options.flatMap(({ outcomes }) => outcomes.map(({ result }) => result)),
  ]
}
