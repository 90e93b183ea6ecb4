import { DOUBT } from './doubt.ts'
import { MIMICS } from './mimics.ts'
import { NEAR } from './near.ts'
import { ORDINARY } from './ordinary.ts'
import { POEMS_STORIES } from './poems.ts'
import type { Story } from './story.ts'

/** Every kind of person there is. */
export const STORIES: readonly Story[] = [...ORDINARY, ...MIMICS, ...NEAR, ...DOUBT, ...POEMS_STORIES]
