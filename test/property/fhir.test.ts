import { describe, expect, it } from 'vitest'
import { type ReadItem, readDocument } from '../../src/adapters/index.ts'
import { PROBLEM_CODES } from '../../src/core/problem.ts'
import { damageNames, damageText, damageValue, type Fields } from '../support/damage.ts'
import { damageFhir, soundBundle } from '../support/fhir-damage.ts'
import { codes, engine } from '../support/fhir-read.ts'
import { placeExists } from '../support/places.ts'
import { Random } from '../support/seeded.ts'

/**
 * Damaged FHIR: reading never throws and never hangs, every resource is counted once, and every fact, hint and problem has
 * a place that exists. `SCANSION_MUTATIONS` says how many resources to damage.
 */
const MUTATIONS = Number(process.env.SCANSION_MUTATIONS ?? 2000)
const SLOWEST = 3000

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}

function check(name: string, text: string): readonly ReadItem[] {
  const start = performance.now()
  const items = readDocument(name, text, engine, codes)
  must(performance.now() - start < SLOWEST, `reading took ${performance.now() - start} ms`)
  must(items.length > 0, 'there is no item')
  for (const { input, record, problems, hints = [], coverage } of items) {
    must(record !== undefined || problems.length > 0, 'neither a record nor a problem')
    for (const { code, at } of problems) {
      must(Object.hasOwn(PROBLEM_CODES, code), `there is no code ${code}`)
      must(at === input || placeExists(at, name, text), `${code} names the place ${at}, which is not in the input`)
    }
    const told = [...(record?.facts ?? []), ...(record?.courses ?? []), ...hints]
    for (const { at } of told) must(placeExists(at, name, text), `${at} is not in the input`)
    for (const { key, from, to } of record?.facts ?? []) {
      must(engine.keyIndex.has(key), `${at(told)} has the key ${key}`)
      must(from <= to, `${key} ends before it begins`)
    }
    for (const [kind, counts] of Object.entries(coverage?.kinds ?? {})) {
      const sum = counts.used + counts.toConfirm + counts.setAside + counts.notUnderstood
      must(sum === counts.read && counts.read > 0, `${kind}: ${JSON.stringify(counts)}`)
    }
  }
  must(({} as Record<string, unknown>).url === undefined, 'the prototype of objects was changed')
  return items
}

function at(list: readonly { readonly at: string }[]): string {
  return list.map((one) => one.at).join()
}

/** Every resource of the entries, and none twice; what stands inside others is counted where it was read. */
function checkCounts(items: readonly ReadItem[], text: string): void {
  if (items.some(({ problems }) => problems.some(({ code }) => /^(nested|too|name)-/.test(code)))) return
  const value: unknown = JSON.parse(text)
  const all = resourcesIn(value, false)
  const read = items.flatMap(({ coverage }) => Object.values(coverage?.kinds ?? {}).map((counts) => counts.read))
  const count = read.reduce((sum, one) => sum + one, 0)
  const inside = resourcesIn(value, true).length - all.length
  must(count >= all.length && count <= all.length + inside, `${count} counted of ${all.length}, ${inside} inside`)
}

function resourcesIn(value: unknown, inside: boolean): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const { resourceType, entry, contained } = value as Record<string, unknown>
  if (typeof resourceType !== 'string') return []
  if (resourceType === 'Bundle') {
    return (Array.isArray(entry) ? entry : []).flatMap((item: unknown) =>
      typeof item === 'object' && item !== null ? resourcesIn((item as Record<string, unknown>).resource, inside) : [],
    )
  }
  return [
    value,
    ...(inside && Array.isArray(contained) ? contained.filter((one) => resourcesIn(one, false).length > 0) : []),
  ]
}

const READ = /^(Patient|Condition|Observation|DiagnosticReport|Procedure|Medication\w*|QuestionnaireResponse)$/

/** No fact and no course comes out of what was withdrawn, or of a resource that is never about the person's findings. */
function checkSources(items: readonly ReadItem[], text: string): void {
  const value: unknown = JSON.parse(text)
  for (const { record } of items) {
    for (const { at: place } of [...(record?.facts ?? []), ...(record?.courses ?? [])]) {
      for (const resource of resourcesOnPath(value, place.slice(place.indexOf('#') + 1))) {
        const { resourceType, status, implicitRules } = resource
        must(resourceType === 'Bundle' || READ.test(String(resourceType)), `${place} is in a ${String(resourceType)}`)
        must(
          !/entered-in-error|cancelled|not-done|not-taken/.test(JSON.stringify(status ?? '')),
          `${place} is ${String(status)}`,
        )
        must(
          resourceType !== 'Condition' ||
            !/"code":"entered-in-error"/.test(JSON.stringify(resource.verificationStatus ?? '')),
          `${place} is in error`,
        )
        must((implicitRules ?? '') === '', `${place} follows rules of its own`)
      }
    }
  }
}

function resourcesOnPath(value: unknown, pointer: string): Record<string, unknown>[] {
  const on: Record<string, unknown>[] = []
  let node = value
  for (const name of ['', ...pointer.split('/').slice(1)]) {
    if (name !== '') node = (node as Record<string, unknown>)[name]
    if (typeof node === 'object' && node !== null && 'resourceType' in node) on.push({ ...node })
  }
  return on
}

function damaged(random: Random): Fields {
  const value = soundBundle(random)
  for (let left = 1 + random.below(3); left > 0; left--) {
    if (random.chance(0.5)) damageFhir(random, value)
    else damageValue(random, value)
  }
  return value
}

/** Reads damaged Bundles until so many resources were in them; a failure names the seed that caused it. */
function runs(count: number, seed: number, run: (random: Random) => number): void {
  for (let turn = 0, left = count; left > 0; turn++) {
    try {
      left -= Math.max(1, run(new Random(seed + turn)))
    } catch (error) {
      throw new Error(`seed ${seed + turn}: ${error instanceof Error ? error.message : error}`, { cause: error })
    }
  }
}

describe('damaged FHIR', () => {
  it('sound Bundles have no problem, so that all of them come from the damage', () => {
    for (let seed = 0; seed < 100; seed++) {
      const text = JSON.stringify(soundBundle(new Random(seed)))
      const items = check('a.json', text)
      checkCounts(items, text)
      const losses = items.flatMap(({ problems }) => problems.map(({ code }) => code))
      expect(losses.filter((code) => !/^(unit|limit|facts|value)-/.test(code))).toEqual([])
    }
  })

  it('in Bundles is counted in full', () => {
    runs(MUTATIONS, 100_000, (random) => {
      const text = JSON.stringify(damaged(random))
      const items = check('a.json', text)
      checkCounts(items, text)
      checkSources(items, text)
      return resourcesIn(JSON.parse(text), false).length
    })
  }, 3_600_000)

  it('with text cut, repeated, inserted, re-encoded, and names twice', () => {
    runs(MUTATIONS / 4, 300_000, (random) => {
      const text = JSON.stringify(soundBundle(random))
      check('a.json', random.chance(0.3) ? damageNames(random, text) : damageText(random, text))
      return 5
    })
  }, 3_600_000)

  it('in lines, one resource each, is read for whom it is about', () => {
    runs(MUTATIONS / 4, 200_000, (random) => {
      const { entry } = damaged(random)
      const resources = (Array.isArray(entry) ? entry : []).flatMap((item) =>
        typeof item === 'object' && item !== null && !Array.isArray(item) ? [item.resource ?? null] : [],
      )
      const text = resources.map((one) => JSON.stringify(one)).join('\n')
      if (resources.length > 1) check('a.ndjson', text)
      return resources.length
    })
  }, 3_600_000)
})
