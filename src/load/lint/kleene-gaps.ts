import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Engine } from '../../core/engine.ts'
import type { Problem } from '../../schema/problem.ts'
import { gapsOf, MOST_ATOMS } from '../logic/gaps.ts'
import type { EngineLint } from './lint.ts'

const ID = 'kleene-gaps'
export const GAPS_FILE = 'kleene-gaps.json'
const AT = `knowledge/${GAPS_FILE}`

const GapEntry = Type.Object({
  rule: Type.String(),
  known: Type.Record(Type.String(), Type.Boolean()),
  always: Type.Union([Type.Literal('met'), Type.Literal('not-met')]),
  why: Type.String(),
})
type GapEntry = Static<typeof GapEntry>

/** `knowledge/kleene-gaps.json`: the sets that were enumerated, and each place found, with why it may stand. */
const GapsFile = Type.Object({ checked: Type.Array(Type.String()), gaps: Type.Array(GapEntry) })
type GapsFile = Static<typeof GapsFile>

/** Enumerates the criteria sets and the tiers of those that have some. Sets with too many repeated atoms are `open`. */
function findGaps(engine: Engine): { found: GapsFile; open: readonly string[] } {
  const { rules, settings } = engine.knowledge
  const conditions = settings.criteria.flatMap((id) => {
    const rule = rules[id]
    const whole = rule?.when ? [{ name: id, when: rule.when }] : []
    return [
      ...whole,
      ...(rule?.categories ?? []).map((category) => ({ name: `${id}/${category.id}`, when: category.when })),
    ]
  })
  const open: string[] = []
  const gaps = conditions.flatMap(({ name, when }) => {
    const found = gapsOf(when)
    if (!found) open.push(name)
    return (found ?? []).map(
      ({ known, always }): GapEntry => ({ rule: name, known, always: always ? 'met' : 'not-met', why: '' }),
    )
  })
  return { found: { checked: conditions.map(({ name }) => name).sort(), gaps }, open }
}

/** The text of the file as it must be, with the explanations the old one gave. */
export function gapsText(engine: Engine, before: string | undefined): string {
  const old = before === undefined ? undefined : readGaps(before)
  const why = new Map((old?.gaps ?? []).map((gap) => [nameOf(gap), gap.why]))
  const { checked, gaps } = findGaps(engine).found
  return `${JSON.stringify({ checked, gaps: gaps.map((gap) => ({ ...gap, why: why.get(nameOf(gap)) ?? '' })) }, null, 2)}\n`
}

function readGaps(text: string): GapsFile | undefined {
  try {
    const content: unknown = JSON.parse(text)
    return Value.Check(GapsFile, content) ? content : undefined
  } catch {
    // Broken JSON is told like a wrong shape: the file is written anew.
    return undefined
  }
}

function nameOf({ rule, known, always }: GapEntry): string {
  const parts = Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1))
  return `${rule}: ${parts.map(([atom, value]) => `${atom} ${value ? 'true' : 'false'}`).join(', ')} → ${always}`
}

export const kleeneGaps: EngineLint = {
  id: ID,
  describe:
    'A place where a set of criteria asks although every answer would say the same, and that knowledge/kleene-gaps.json does not list and explain.',
  severity: 'error',
  stage: 'engine',
  check: ({ engine, gaps }) => {
    const problems: Problem[] = []
    const say = (what: string, hint: string) => problems.push({ code: ID, at: `${AT}:1`, what, hint })
    const rewrite = 'run node dist/load/write.js --gaps, then explain what is new in it'
    const { found, open } = findGaps(engine)
    for (const name of open)
      say(`${name} repeats more than ${MOST_ATOMS} atoms: not enumerated`, 'move what repeats into a rule of its own')
    const listed = gaps === undefined ? undefined : readGaps(gaps)
    if (!listed) {
      say(gaps === undefined ? 'the file is not there' : 'the file has not the shape it must have', rewrite)
      return problems
    }
    const names = new Set(listed.gaps.map(nameOf))
    const real = new Set(found.gaps.map(nameOf))
    for (const name of real) if (!names.has(name)) say(`not listed: ${name}`, rewrite)
    for (const gap of listed.gaps) {
      if (!real.has(nameOf(gap))) say(`no longer so: ${nameOf(gap)}`, rewrite)
      else if (gap.why.trim() === '') say(`not explained: ${nameOf(gap)}`, 'write why it may stand, or mend the rule')
    }
    if (listed.checked.join() !== found.checked.join())
      say('the sets that were checked are not those of the settings', rewrite)
    return problems
  },
}
