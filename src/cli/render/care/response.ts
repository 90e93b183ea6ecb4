import type { Assessment } from '../../../schema/assessment.ts'
import type { AxisView } from '../../../schema/assessment-care.ts'
import type { Page, Part } from '../page.ts'
import { hang } from '../text.ts'
import { conflictsOf, disagreement, factNames, toldLines } from './parts.ts'

/** The five axes side by side, never merged into one verdict; a relapse is told on the axis where it shows. */
export function responsePart(assessment: Assessment, page: Page): Part {
  const axes = assessment.response ?? []
  if (axes.length === 0) return { lines: [] }
  const texts = axes.flatMap(({ facts }) => facts.map(({ says }) => says))
  return {
    heading: 'Response: five axes, never merged',
    lines: [...axes.flatMap((axis) => axisLines(axis, page)), ...disagreement(conflictsOf(axes, texts, page), page)],
  }
}

/** Complete is not praise and not complete is no blame: the ink only tells known from not known. */
function axisLines(axis: AxisView, page: Page): readonly string[] {
  const { glyph, word, ink } = signOf(axis)
  const relapse = axis.relapse ? ` ${page.ink.clash(`▲ relapse on this axis ${axis.relapse}.`)}` : ''
  const head = `${axis.title}: ${word}.`
  return [
    ...hang(
      `  ${page.ink[ink](glyph)} `,
      `${head}${relapse} ${axis.why}${page.numbering.cite(axis.sources)}`,
      page.width,
    ),
    ...toldLines('      may mislead: ', axis.confounders, page),
    ...(page.all ? details(axis, page) : toldLines('      but: ', caveats(axis), page)),
  ]
}

/** What a complete axis must not be taken for. It stands on a short page too. */
function caveats({ value, facts }: AxisView): AxisView['facts'] {
  return value === 'complete' ? facts.filter(({ says }) => says.includes('does not rule out')) : []
}

function signOf({ value, change }: AxisView): { glyph: string; word: string; ink: 'yes' | 'no' | 'open' } {
  if (value === 'complete') return { glyph: '●', word: 'complete', ink: 'yes' }
  if (value === 'not-assessable') return { glyph: '◌', word: 'not assessable', ink: 'open' }
  const by = change === undefined ? '' : ` (changed by ${signed(change)} %)`
  return { glyph: '○', word: `not complete${by}`, ink: 'no' }
}

/** Example: `signed(-73)` is "−73". */
function signed(change: number): string {
  return change < 0 ? `−${-change}` : `+${change}`
}

function details(axis: AxisView, page: Page): readonly string[] {
  const items = (axis.items ?? []).map(({ label, value, from, to }) => `${label}: ${value}, ${from} → ${to}`)
  const side = (name: string, facts: AxisView['baseline']) => {
    const words = factNames(facts)
    return words ? hang(`      ${name}: `, words, page.width, page.ink.quiet) : []
  }
  return [
    ...side('before treatment', axis.baseline),
    ...side('latest', axis.latest),
    ...items.flatMap((item) => hang('      · ', item.replace('not-comparable', 'not comparable'), page.width)),
    ...toldLines('      - ', axis.facts, page),
  ]
}
