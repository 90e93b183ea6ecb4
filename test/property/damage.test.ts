import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { type ReadItem, readDocument } from '../../src/adapters/index.ts'
import { PROBLEM_CODES } from '../../src/core/problem.ts'
import {
  CODES,
  damageNames,
  damageText,
  damageValue,
  type Fields,
  soundPacket,
  soundRecord,
} from '../support/damage.ts'
import { makeEngine } from '../support/engine.ts'
import { placeExists } from '../support/places.ts'
import { Random } from '../support/seeded.ts'

/**
 * Damaged input of every kind: reading never throws and never hangs, every item has a record or says why not, every
 * problem has a place that exists, and no entry is lost in silence.
 */
const engine = makeEngine()
const SLOWEST = 3000
const LISTS = ['findings', 'measurements', 'courses', 'treatedAs', 'treatments', 'complete']
const PACKET_LISTS = ['phenotypicFeatures', 'measurements', 'diseases', 'medicalActions']

class Marks {
  readonly #entries = new Map<string, string>()

  readonly next = (): string => `mark-${this.#entries.size + this.#given++}`
  #given = 0

  /** Remembers the marked entries of a sound record as they are. */
  learn(record: Fields): void {
    for (const list of ['findings', 'measurements']) {
      for (const entry of (record[list] ?? []) as Fields[]) this.#entries.set(String(entry.note), JSON.stringify(entry))
    }
  }

  /** The mark of an entry that is as it was; undefined for one that is damaged. */
  of(entry: unknown): string | undefined {
    const note = isFields(entry) && typeof entry.note === 'string' ? entry.note : undefined
    return note !== undefined && this.#entries.get(note) === JSON.stringify(entry) ? note : undefined
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Plain, because it is asked a million times. */
function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}

const UNPRINTABLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u

/** Reads, and checks what holds for every input whatsoever. */
function check(name: string, text: string): readonly ReadItem[] {
  const start = performance.now()
  const items = readDocument(name, text, engine, CODES)
  must(performance.now() - start < SLOWEST, `reading took ${performance.now() - start} ms`)
  must(items.length > 0, 'there is no item')
  for (const { record, problems } of items) {
    must(record !== undefined || problems.length > 0, 'neither a record nor a problem')
    must(record === undefined || record.problems === problems, 'the record has other problems than its item')
    for (const { code, at, what, hint } of problems) {
      must(Object.hasOwn(PROBLEM_CODES, code), `there is no code ${code}`)
      must(placeExists(at, name, text), `${code} names the place ${at}, which is not in the input: ${what}`)
      must(what.length > 0 && what.length < 400 && hint.length > 0, `${code} says too little or too much: ${what}`)
      must(!UNPRINTABLE.test(`${at}${what}${hint}`), `${code} does not print: ${JSON.stringify(at + what + hint)}`)
    }
    for (const { key, from, to, value = 0, limitLow = 0, limitHigh = 0, at } of record?.facts ?? []) {
      must(engine.keyIndex.has(key), `${at} has the key ${key}`)
      must(from <= to, `${at} ends before it begins`)
      must(
        Number.isFinite(value) && Number.isFinite(limitLow) && Number.isFinite(limitHigh),
        `${at} has no finite number`,
      )
    }
  }
  must(({} as Record<string, unknown>).polluted === undefined, 'the prototype of objects was changed')
  return items
}

/** Every entry of a list of the record is a fact, a course, a hint, or named by a problem; a sound one is a fact. */
function checkNothingLost(item: ReadItem | undefined, base: string, value: unknown, marks: Marks): void {
  if (!isFields(value) || item?.record === undefined) return
  const { facts, courses, complete, problems } = item.record
  if (problems.some(({ code }) => code === 'too-many-problems')) return
  const places = [...facts, ...courses, ...complete, ...problems, ...(item.hints ?? [])].map(({ at }) => at)
  const packet = !Object.hasOwn(value, 'findings') && Object.hasOwn(value, 'subject')
  for (const list of packet ? PACKET_LISTS : LISTS) {
    const entries = Object.hasOwn(value, list) ? value[list] : undefined
    if (!Array.isArray(entries)) continue
    for (const [index, entry] of entries.entries()) {
      const pointer = `${base}/${list}/${index}`
      const told = places.some((at) => at === pointer || at.startsWith(`${pointer}/`))
      must(told, `${pointer} was lost in silence: ${JSON.stringify(entry)}`)
      const mark = packet || list === 'complete' ? undefined : marks.of(entry)
      must(
        mark === undefined || facts.some(({ note }) => note?.startsWith(mark)),
        `${pointer} was sound, and is no fact`,
      )
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Makes and reads one damaged input; a failure names the input that caused it. */
function runs(count: number, seed: number, run: (random: Random) => string): void {
  for (let turn = 0; turn < count; turn++) {
    const random = new Random(seed + turn)
    try {
      run(random)
    } catch (error) {
      throw new Error(`seed ${seed + turn}: ${error instanceof Error ? error.message : error}`, { cause: error })
    }
  }
}

function times(random: Random, act: () => void): void {
  for (let left = 1 + random.below(3); left > 0; left--) act()
}

describe('damaged input', () => {
  it('sound input has no problems, so that all of them come from the damage', () => {
    const random = new Random(1)
    const marks = new Marks()
    for (let turn = 0; turn < 50; turn++) {
      for (const value of [soundRecord(random, marks.next), soundPacket(random, marks.next)]) {
        marks.learn(value)
        const [item] = check('a.json', JSON.stringify(value))
        expect(item?.problems).toEqual([])
        checkNothingLost(item, 'a.json#', value, marks)
      }
    }
  })

  it.each([
    ['a record', soundRecord, 1000],
    ['a Phenopacket', soundPacket, 10_000],
  ])('%s with wrong types, names, units, order and nesting', (_, sound, seed) => {
    runs(2500, seed, (random) => {
      const marks = new Marks()
      const value = sound(random, marks.next)
      marks.learn(value)
      times(random, () => damageValue(random, value))
      const text = JSON.stringify(value, null, random.chance(0.5) ? 2 : 0)
      const items = check('a.json', text)
      if (items.length === 1) checkNothingLost(items[0], 'a.json#', JSON.parse(text), marks)
      return text
    })
  })

  it.each([
    ['a record', soundRecord, 20_000],
    ['a Phenopacket', soundPacket, 30_000],
  ])('%s with text cut, repeated, inserted, re-encoded, and names twice', (_, sound, seed) => {
    runs(2000, seed, (random) => {
      const marks = new Marks()
      const value = sound(random, marks.next)
      marks.learn(value)
      let text = JSON.stringify(value, null, random.chance(0.5) ? 1 : 0)
      times(random, () => {
        text = random.chance(0.3) ? damageNames(random, text) : damageText(random, text)
      })
      const items = check('a.json', text)
      if (items.length === 1) checkNothingLost(items[0], 'a.json#', parsed(text), marks)
      return text
    })
  })

  it('NDJSON of which some lines are damaged: the sound ones are read in full', () => {
    runs(800, 40_000, (random) => {
      const marks = new Marks()
      const sound = Array.from({ length: 3 }, () => soundRecord(random, marks.next))
      sound.forEach(marks.learn.bind(marks))
      const lines = sound.map((value) => JSON.stringify(value))
      const hit = random.below(3)
      lines[hit] = damageText(random, lines[hit] ?? '').replaceAll('\n', ' ')
      const text = lines.join('\n')
      const items = check('a.ndjson', text)
      for (const [index, value] of sound.entries()) {
        if (index === hit) continue
        const item = items.find(({ input }) => input === `a.ndjson:${index + 1}`)
        // A line that begins the file may hide what it is; then the whole is told, not read.
        if (item === undefined) expect(items).toMatchObject([{ problems: [{}] }])
        else expect(item.problems).toEqual([])
        checkNothingLost(item, `a.ndjson:${index + 1}#`, value, marks)
      }
      return text
    })
  })

  it('a list of records of which one is damaged: the others are read in full', () => {
    runs(800, 50_000, (random) => {
      const marks = new Marks()
      const values = Array.from({ length: 3 }, () => soundRecord(random, marks.next))
      values.forEach(marks.learn.bind(marks))
      const hit = random.below(3)
      damageValue(random, values[hit] ?? {})
      const text = JSON.stringify(values)
      const items = check('a.json', text)
      for (const [index, value] of (JSON.parse(text) as unknown[]).entries()) {
        const item = items.find(({ input }) => input === `a.json#/${index}`)
        expect(item).toBeDefined()
        if (index !== hit) expect(item?.problems).toEqual([])
        checkNothingLost(item, `a.json#/${index}`, value, marks)
      }
      return text
    })
  })

  it('YAML with damage to its values and to its text', () => {
    runs(600, 60_000, (random) => {
      const marks = new Marks()
      const value = soundRecord(random, marks.next)
      marks.learn(value)
      const inText = random.chance(0.5)
      if (!inText) damageValue(random, value)
      const text = inText ? damageText(random, stringify(value)) : stringify(value)
      const [item] = check('a.yaml', text)
      if (inText || item?.record === undefined) return text
      for (const list of ['findings', 'measurements']) {
        for (const entry of Array.isArray(value[list]) ? value[list] : []) {
          const mark = marks.of(entry)
          const told = item.record.facts.some(({ note }) => mark !== undefined && note?.startsWith(mark))
          must(mark === undefined || told, `${mark} was sound, and is no fact`)
        }
      }
      return text
    })
  })

  it('bytes that are nothing at all', () => {
    runs(500, 70_000, (random) => {
      const bytes = Uint8Array.from({ length: random.below(400) }, () => random.below(256))
      const text = Buffer.from(bytes).toString(random.chance(0.5) ? 'utf8' : 'latin1')
      check('a', random.pick(['', '{', '[', 'a: ', '- ', '---\n']) + text)
      return text
    })
  })
})
