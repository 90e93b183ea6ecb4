import type { Engine, Fact, Prepared } from '../core/index.ts'

interface Answerers {
  /** Tests that answer a key, soonest first. */
  readonly of: ReadonlyMap<string, readonly string[]>
  /** Words by which a record names a test, longest first. */
  readonly names: readonly { readonly name: string; readonly test: string }[]
  readonly named: Map<string, ReadonlySet<string>>
}

/**
 * The facts that show a test was done, newest first. Several tests can answer one key: a method that names a test is
 * believed, else the soonest of them was it. Ascites seen at the bedside is no CT. What Scansion made of a measurement
 * shows nothing by itself. Example: `factsOfTest("echocardiogram", prepared)[0]?.when` is "2024-03-18".
 */
export function factsOfTest(id: string, prepared: Prepared): readonly Fact[] {
  const known = tables.get(prepared)
  if (known) return known.get(id) ?? NONE
  const table = tableOf(prepared)
  tables.set(prepared, table)
  return table.get(id) ?? NONE
}

const NONE: readonly Fact[] = []
const tables = new WeakMap<Prepared, ReadonlyMap<string, readonly Fact[]>>()

function tableOf({ engine, factsBy }: Prepared): ReadonlyMap<string, readonly Fact[]> {
  const answerers = answerersOf(engine)
  const table = new Map<string, Fact[]>()
  for (const [key, tests] of answerers.of) {
    for (const fact of factsBy[engine.keyIndex.get(key) as number] ?? []) {
      if (fact.madeFrom) continue
      const test = testOfFact(tests, fact, answerers)
      const list = table.get(test)
      if (list) list.push(fact)
      else table.set(test, [fact])
    }
  }
  for (const list of table.values()) list.sort((a, b) => b.to - a.to)
  return table
}

/** The tests that answer a key, soonest first. */
export function testsFor(key: string, engine: Engine): readonly string[] {
  return answerersOf(engine).of.get(key) ?? []
}

function testOfFact(tests: readonly string[], fact: Fact, answerers: Answerers): string {
  const soonest = tests[0] as string
  if (tests.length < 2 || fact.method === undefined) return soonest
  const named = namedBy(fact.method.toLowerCase(), answerers)
  return tests.find((test) => named.has(test)) ?? soonest
}

function namedBy(method: string, { names, named }: Answerers): ReadonlySet<string> {
  const known = named.get(method)
  if (known) return known
  let rest = method
  const tests = new Set<string>()
  // The longest name is taken out first: in "PET/CT" there is no CT of its own.
  for (const { name, test } of names) {
    if (!` ${rest} `.includes(` ${name} `)) continue
    tests.add(test)
    rest = rest.replace(name, '')
  }
  named.set(method, tests)
  return tests
}

function answerersOf(engine: Engine): Answerers {
  const known = engine.cache.get(answerersOf) as Answerers | undefined
  if (known) return known
  const of = new Map<string, string[]>()
  const tests = Object.entries(engine.knowledge.workup).sort(([, a], [, b]) => a.step - b.step || a.order - b.order)
  for (const [id, test] of tests) for (const key of test.answers) of.set(key, [...(of.get(key) ?? []), id])
  const names = tests.flatMap(([test, { named }]) => (named ?? []).map((name) => ({ name: name.toLowerCase(), test })))
  names.sort((a, b) => b.name.length - a.name.length)
  const made = { of, names, named: new Map() }
  engine.cache.set(answerersOf, made)
  return made
}
