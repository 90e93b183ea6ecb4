import type { TreatmentView } from '../../../schema/assessment-care.ts'
import type { Page } from '../page.ts'
import { hang } from '../text.ts'
import { factNames, named, run, told } from './parts.ts'

type Caution = TreatmentView['cautions'][number]['cautions'][number]

const LEVELS = ['avoid', 'strong-caution', 'caution', 'info']
/** These are told in full also on a short page. */
const GRAVE: ReadonlySet<string> = new Set(['avoid', 'strong-caution'])

interface Gathered {
  readonly caution: Caution
  /** Options and drugs that carry it. */
  readonly of: string[]
}

/**
 * Every caution once, gravest first, with the options and drugs that carry it. What is not in the record is a *check*
 * and never left out; what applies but is not grave is named, and told in full with `--section treatment`.
 */
export function cautionLines(treatment: TreatmentView, page: Page): readonly string[] {
  const all = gather(treatment)
  const applying = all.filter(({ caution }) => caution.state === 'applies')
  const inFull = applying.filter(({ caution }) => page.all || GRAVE.has(caution.level))
  const byName = applying.filter((item) => !inFull.includes(item))
  const checks = all.filter(({ caution }) => caution.state === 'check')
  return [
    ...inFull.flatMap((item) => fullLines(item, page)),
    ...checks.flatMap((item) => checkLines(item, page)),
    ...named(
      '  also to know (--section treatment)',
      byName.map(({ caution }) => titleOf(caution, page)),
      page,
    ),
  ]
}

/** The titles of what applies and is grave: they stand on every option that carries them. */
export function graveTitles(cautions: readonly Caution[], page: Page): readonly string[] {
  const grave = cautions.filter(({ state, level }) => state === 'applies' && GRAVE.has(level))
  return grave.map((caution) => titleOf(caution, page))
}

function gather(treatment: TreatmentView): readonly Gathered[] {
  const found = new Map<string, Gathered>()
  const add = (caution: Caution, name: string): void => {
    const known = found.get(caution.id) ?? { caution, of: [] }
    found.set(caution.id, known)
    known.of.push(name)
  }
  for (const { title, cautions } of treatment.options) for (const caution of cautions) add(caution, title)
  for (const { title, cautions } of treatment.cautions) for (const caution of cautions) add(caution, title)
  return [...found.values()].sort((a, b) => LEVELS.indexOf(a.caution.level) - LEVELS.indexOf(b.caution.level))
}

function fullLines({ caution, of }: Gathered, page: Page): readonly string[] {
  const ink = GRAVE.has(caution.level) ? page.ink.clash : page.ink.open
  const facts = factNames(caution.facts)
  const head = `${titleOf(caution, page)} (${caution.level.replace('-', ' ')})`
  return [
    ...hang(`  ${ink('▲')} `, head, page.width, page.ink.strong),
    ...(page.all ? named('    of', of, page) : []),
    ...hang('    ', `${told(caution, page)}${facts ? ` (${facts})` : ''}`, page.width),
  ]
}

function checkLines({ caution, of }: Gathered, page: Page): readonly string[] {
  const question = caution.check ?? caution.says
  const says = `check: ${titleOf(caution, page)} (${caution.level.replace('-', ' ')}). ${question}`
  return [
    ...hang(`  ${page.ink.open('△')} `, told({ ...caution, says }, page), page.width),
    ...(page.all ? run('    if so: ', caution.says, page) : []),
    ...(page.all ? named('    of', of, page) : []),
  ]
}

function titleOf(caution: Caution, page: Page): string {
  return page.knowledge.care.cautions[caution.id]?.title ?? caution.id
}
