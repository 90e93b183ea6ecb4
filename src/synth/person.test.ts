import { describe, expect, it } from 'vitest'
import { FIRST_DAY, LAST_DAY } from './days.ts'
import { DIRT_KINDS, HEAVY_DIRT, NO_DIRT, USUAL_DIRT } from './dirt.ts'
import type { Event, History } from './history.ts'
import { type Making, personOf } from './person.ts'
import { STORIES } from './stories/index.ts'
import { truthOf } from './truth/index.ts'

const making: Making = { seed: 7, mix: 'study', dirt: USUAL_DIRT }
const people = (count: number, how: Making = making) => Array.from({ length: count }, (_, i) => personOf(i + 1, how))

describe('a person', () => {
  it('is the same whoever was made before', () => {
    const alone = personOf(40, making)
    expect(people(60)[39]).toEqual(alone)
    expect(personOf(40, making)).toEqual(alone)
  })

  it('is another with another seed, and with another number', () => {
    const [one, other] = [people(30), people(30, { ...making, seed: 8 })]
    expect(one.filter((person, i) => JSON.stringify(person) === JSON.stringify(other[i]))).toEqual([])
    expect(new Set(one.map((person) => JSON.stringify(person.events))).size).toBe(30)
  })

  it('has the same story whatever the dirt', () => {
    const bare = ({ events, ...rest }: History) => ({ ...rest, days: events.map((event) => [event.kind, event.day]) })
    const clean = people(80, { ...making, dirt: NO_DIRT })
    expect(people(80, { ...making, dirt: HEAVY_DIRT }).map(bare)).toEqual(clean.map(bare))
  })

  it('has days in order, in life and within the records', () => {
    for (const { born, events } of people(300)) {
      const days = events.map(({ day }) => day)
      expect(days).toEqual(days.toSorted((a, b) => a - b))
      for (const day of days) {
        expect(Number.isInteger(day)).toBe(true)
        expect(day).toBeGreaterThanOrEqual(Math.max(FIRST_DAY, born))
        expect(day).toBeLessThanOrEqual(LAST_DAY)
      }
    }
  })

  it('is of every kind in a study, and nearly always ordinary in a population', () => {
    const stories = new Set(people(1500).map(({ story }) => story))
    expect([...stories].sort()).toEqual(STORIES.map(({ name }) => name).sort())
    const population = people(1500, { ...making, mix: 'population' })
    expect(population.filter(({ poems }) => poems).length).toBeLessThan(10)
    expect(STORIES.filter(({ poems }) => poems).reduce((sum, { population: share }) => sum + share, 0)).toBe(250)
  })
})

const inIcd = (written: string) => written === 'icd' || written === 'both'

describe('dirt', () => {
  const count = (dirt: Making['dirt'], is: (event: Event) => boolean) =>
    people(200, { ...making, dirt }).reduce((sum, { events }) => sum + events.filter(is).length, 0)

  it.each([
    ['icd', (event: Event) => event.kind === 'illness' && event.what.snomed !== undefined && inIcd(event.written)],
    ['words', (event: Event) => event.kind === 'illness' && event.written === 'words'],
    ['year', (event: Event) => event.kind === 'illness' && event.kept === 'year'],
    ['undated', (event: Event) => event.kind === 'illness' && event.kept === 'none'],
    ['family', (event: Event) => event.kind === 'illness' && event.standing === 'family'],
    ['error', (event: Event) => event.kind === 'illness' && event.standing === 'entered-in-error'],
    ['refuted', (event: Event) => event.kind === 'illness' && event.standing === 'refuted'],
    ['units', (event: Event) => event.kind === 'result' && event.unit > 0],
    ['spelling', (event: Event) => event.kind === 'result' && event.spelled >= 0],
    ['no-unit', (event: Event) => event.kind === 'result' && event.flaw === 'no-unit'],
    ['no-value', (event: Event) => event.kind === 'result' && event.flaw === 'no-value'],
    ['letter', (event: Event) => event.kind === 'result' && event.flaw === 'letter-only'],
    ['local', (event: Event) => event.kind === 'result' && event.flaw === 'local-code'],
    ['no-limits', (event: Event) => event.kind === 'result' && event.limits !== undefined && !event.limitsPrinted],
    ['panel', (event: Event) => event.kind === 'result' && event.inPanel],
    ['twice', (event: Event) => 'twice' in event && event.twice],
  ] as const)('%s falls where it is asked to, and nowhere else', (kind, is) => {
    expect(count(NO_DIRT, is)).toBe(0)
    expect(count({ ...NO_DIRT, [kind]: 0.5 }, is)).toBeGreaterThan(0)
    expect(count({ ...HEAVY_DIRT, [kind]: 0 }, is)).toBe(0)
  })

  it('has every kind tried above', () => {
    expect(DIRT_KINDS).toHaveLength(16)
  })
})

describe('the ground truth', () => {
  it('knows the illness whatever the record shows', () => {
    const nothing = { ...NO_DIRT, words: 1, local: 1 }
    for (const person of people(200, { ...making, dirt: nothing })) {
      const { poems, mayo, recorded } = truthOf(person, 'omop')
      expect(poems).toBe(person.story.startsWith('poems'))
      expect([mayo.value, recorded]).toEqual(['undetermined', undefined])
    }
  })
})
