import type { Assessment } from '../../../schema/assessment.ts'
import type { RiskView } from '../../../schema/assessment-care.ts'
import { type Page, type Part, PROPOSAL } from '../page.ts'
import { leafSign } from '../signs.ts'
import { hang } from '../text.ts'
import { conflictsOf, disagreement, factNames, named, run, told, toldLines } from './parts.ts'

/**
 * The risk lists as intervals: the count lies between what is present and what is present or not stated. Lists with
 * bands come first; each says what is missing and how far it was validated.
 */
export function riskPart(assessment: Assessment, page: Page): Part {
  const lists = [...(assessment.risk ?? [])].sort((a, b) => Number(b.band !== undefined) - Number(a.band !== undefined))
  if (lists.length === 0) return { lines: [] }
  const ids = [...new Set(lists.map(({ id }) => id))]
  const texts = lists.flatMap((list) => list.factors.map(({ says }) => says ?? ''))
  return {
    heading: 'Risk: factors of the published lists',
    lines: [
      ...ids.flatMap((id) =>
        listLines(
          lists.filter((list) => list.id === id),
          page,
        ),
      ),
      ...disagreement(conflictsOf(lists, texts, page), page),
    ],
  }
}

/** One list, counted at diagnosis and now. */
function listLines(views: readonly RiskView[], page: Page): readonly string[] {
  const [first] = views
  if (!first) return []
  if (page.all) return views.flatMap((view) => whole(view, page))
  if (!first.band) return oneLine(first, views, page)
  const validation = told(validationOf(first), page)
  return [...views.flatMap((view) => whole(view, page)), ...run('    ', validation, page)]
}

/** Example: `intervalWords(list)` is "2–4 of 7: between intermediate and high". */
function intervalWords({ low, high, of, band }: RiskView): string {
  const count = `${low === high ? low : `${low}–${high}`} of ${of}`
  if (!band) return count
  return `${count}: ${band.low === band.high ? band.low : `between ${band.low} and ${band.high}`}`
}

function heading(list: RiskView): string {
  return `${list.title}, ${timeWords(list)}: ${intervalWords(list)}`
}

function timeWords({ at }: RiskView): string {
  return at === 'now' ? 'now' : 'at diagnosis'
}

function whole(list: RiskView, page: Page): readonly string[] {
  const marks = `${list.proposal ? ` ${PROPOSAL}` : ''}${page.numbering.cite(list.sources)}`
  const says = page.all && list.band?.says ? hang('    ', list.band.says, page.width) : []
  return [...hang('  ', `${heading(list)}${marks}`, page.width, page.ink.strong), ...says, ...factors(list, page)]
}

function factors(list: RiskView, page: Page): readonly string[] {
  if (page.all) return [...factorLines(list, page), ...toldLines('    validation: ', list.validation, page)]
  const held = list.factors.filter(({ value }) => value === true).map(({ label }) => label)
  return [...named('    present', held, page), ...named('    not stated', openOf(list), page)]
}

function factorLines(list: RiskView, page: Page): readonly string[] {
  return list.factors.flatMap((factor) => {
    const { glyph, word, ink } = leafSign(factor.value, factor.facts.length > 0)
    const facts = factNames(factor.facts)
    const says = `${factor.label}: ${word}${facts ? ` (${facts})` : ''}${factor.says ? `. ${factor.says}` : ''}`
    return hang(`    ${page.ink[ink](glyph)} `, told({ says, sources: factor.sources }, page), page.width)
  })
}

/** Example: "Four factors (Wang 2017): 3 of 4 at diagnosis, 2 of 4 now". */
function oneLine(list: RiskView, views: readonly RiskView[], page: Page): readonly string[] {
  const counts = views.map((view) => `${intervalWords(view)} ${timeWords(view)}`)
  const open = [...new Set(views.flatMap(openOf))]
  const missing = open.length > 0 ? `; not stated: ${open.join(', ')}` : ''
  return hang('  ', `${list.title}: ${counts.join(', ')}${missing}${page.numbering.cite(list.sources)}`, page.width)
}

function openOf(list: RiskView): readonly string[] {
  return list.factors.filter(({ value }) => value === 'unknown').map(({ label }) => label)
}

/** How far a count may be trusted: Scansion's own judgement of it where there is one. */
function validationOf({ validation }: RiskView): RiskView['validation'][number] {
  return validation.find(({ proposal }) => proposal) ?? validation[0] ?? { says: 'Never validated.', sources: [] }
}
