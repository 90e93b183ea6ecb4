import type { Assessment } from '../../../schema/assessment.ts'
import type { ComplicationView } from '../../../schema/assessment-care.ts'
import type { Page, Part } from '../page.ts'
import { leafSign } from '../signs.ts'
import { capital, hang } from '../text.ts'
import { conflictsOf, disagreement, factNames, named, told, toldLines } from './parts.ts'

const HELD = 4

/** Complications whose trigger holds, the urgent ones first, and the screening tests this record does not hold. */
export function complicationsPart(assessment: Assessment, page: Page): Part {
  const all = assessment.complications ?? []
  const held = all.filter(({ value }) => value === true).sort((a, b) => Number(b.urgent) - Number(a.urgent))
  const shown = page.all ? [...held, ...all.filter(({ value }) => value !== true)] : held.slice(0, HELD)
  const gaps = new Set(all.flatMap(({ screen }) => screen.filter(({ gap }) => gap).map(({ title }) => title)))
  const open = all.filter(({ value }) => value === 'unknown').map(({ title }) => title)
  const texts = shown.flatMap(({ actions, frequency }) => [...actions, ...frequency].map(({ says }) => says))
  return {
    heading: 'Complications',
    lines: [
      ...shown.flatMap((item) => complicationLines(item, page)),
      ...(page.all
        ? []
        : named(
            '  also, by its trigger',
            held.slice(HELD).map(({ title }) => title),
            page,
          )),
      ...named('  never looked for in this record', [...gaps], page),
      ...(page.all ? [] : named('  nothing stated about', open, page)),
      ...disagreement(conflictsOf(shown, texts, page), page),
    ],
  }
}

function complicationLines(item: ComplicationView, page: Page): readonly string[] {
  const { glyph, word, ink } = leafSign(item.value, item.facts.length > 0)
  const sign = item.urgent ? page.ink.clash('▲') : page.ink[ink](glyph)
  const facts = factNames(item.facts)
  const state = item.value === true ? facts || word : `${word}${facts ? ` (${facts})` : ''}`
  const title = `${item.title}${item.urgent ? ', urgent' : ''}: ${state}`
  const actions = page.all ? item.actions : item.value === true ? item.actions.slice(0, 1) : []
  return [
    ...hang(`  ${sign} `, `${title}${page.all ? page.numbering.cite(item.sources) : ''}`, page.width),
    ...actions.flatMap((action) => hang(page.all ? '    - ' : '    ', told(action, page), page.width)),
    ...(page.all ? details(item, page) : []),
  ]
}

function details(item: ComplicationView, page: Page): readonly string[] {
  const screen = item.screen.map(({ title, last }) => `${title}: ${last === null ? 'not on record' : `last ${last}`}`)
  return [
    ...toldLines('    how often: ', item.frequency, page),
    ...named('    looked for by', screen.map(capital), page),
  ]
}
