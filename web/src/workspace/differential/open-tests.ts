import { lower } from '../../../../src/core/index.ts'
import type { Knowledge } from '../../../../src/schema/index.ts'

/** Something that is open and would tell two conditions apart, with the test of the work-up that answers it. */
interface OpenName {
  readonly name: string
  readonly key?: string
  readonly test?: string
}

export interface OpenNames {
  readonly names: readonly OpenName[]
  /** Rules made of several findings, which have no name of their own. */
  readonly rest: number
}

/**
 * The open names of a condition with the test that answers each sooner than others; a rule of several findings is only
 * counted. Example: `openNamesOf(['Anti-MAG antibody', 'any of these 2'], knowledge).rest` is 1.
 */
export function openNamesOf(open: readonly string[], knowledge: Knowledge): OpenNames {
  const { findings, rules, workup } = knowledge
  const keys = new Map(Object.entries(findings).map(([key, { label }]) => [label.toLowerCase(), key]))
  const titles = new Set(Object.values(rules).map(({ title }) => title.toLowerCase()))
  const tests = Object.values(workup).sort((a, b) => a.step - b.step || a.order - b.order)
  const named = new Map<string, OpenName>()
  let rest = 0
  for (const text of open) {
    const plain = text.replace(/^not: /, '')
    const key = keyOf(plain, keys)
    if (key === undefined && !titles.has(plain.toLowerCase())) rest += 1
    else {
      const test = key === undefined ? undefined : tests.find(({ answers }) => answers.includes(key))?.title
      const name = lower(key === undefined ? plain : plain)
      const known = named.has(name.toLowerCase())
      if (!known)
        named.set(name.toLowerCase(), {
          name,
          ...(key === undefined ? undefined : { key }),
          ...(test === undefined ? undefined : { test }),
        })
    }
  }
  return { names: [...named.values()], rest }
}

/** The finding that a label begins with: "Heavy chain of the M-protein IgM" asks for the heavy chain. */
function keyOf(text: string, keys: ReadonlyMap<string, string>): string | undefined {
  const words = text.toLowerCase()
  const whole = keys.get(words)
  if (whole !== undefined) return whole
  const begun = [...keys].filter(([label]) => words.startsWith(`${label} `)).sort(([a], [b]) => b.length - a.length)
  return begun[0]?.[1]
}
