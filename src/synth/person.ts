import { Chance } from './chance.ts'
import { Chart } from './chart.ts'
import { LAST_DAY } from './days.ts'
import { type DirtRates, soil } from './dirt.ts'
import type { History } from './history.ts'
import { STORIES } from './stories/index.ts'
import type { Story } from './stories/story.ts'

/** Which kinds of people there are, and how many of each: a whole population, or a study rich in the question. */
export type Mix = 'population' | 'study'

export const MIXES: readonly Mix[] = ['population', 'study']

/** What decides a person besides their number. */
export interface Making {
  /** A whole number from 0 to 4294967295. */
  readonly seed: number
  readonly mix: Mix
  readonly dirt: DirtRates
}

/**
 * The person with a number, from 1: the same for the same seed, mix and dirt, however many are made and in whatever
 * format. Dirt never changes the story.
 * Example: `personOf(12, { seed: 7, mix: "study", dirt: USUAL_DIRT }).story`.
 */
export function personOf(id: number, { seed, mix, dirt }: Making): History {
  const chance = new Chance(seed, id, 'story')
  const story = storyOf(chance, mix)
  const sex = story.sex ?? (chance.yes(0.5) ? 'male' : 'female')
  const age = chance.int(story.ages[0], story.ages[1])
  const chart = new Chart(chance, sex, LAST_DAY - Math.round(age * 365.25) - chance.int(0, 364))
  story.tell(chart)
  const events = chart.sorted()
  soil(events, dirt, new Chance(seed, id, 'dirt'))
  return { id, story: story.name, poems: story.poems === true, sex, born: chart.born, events }
}

const TOTALS: Readonly<Record<Mix, number>> = { population: total('population'), study: total('study') }

function total(mix: Mix): number {
  return STORIES.reduce((sum, story) => sum + story[mix], 0)
}

function storyOf(chance: Chance, mix: Mix): Story {
  let left = chance.int(0, TOTALS[mix] - 1)
  for (const story of STORIES) {
    left -= story[mix]
    if (left < 0) return story
  }
  throw new Error('the shares of the stories do not add up')
}
