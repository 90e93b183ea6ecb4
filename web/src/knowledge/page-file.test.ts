import { expect, it } from 'vitest'
import { pageFile } from '../../../src/load/files/page.ts'
import { wordsFile } from '../../../src/load/files/words.ts'
import { realEngine, realKnowledge } from '../../../test/support/real.ts'
import { whole, wordsOf } from './page-file.ts'

const { knowledge } = realEngine()
const words = wordsFile(realKnowledge(), 'en', knowledge.version)
const sent = JSON.parse(JSON.stringify(pageFile(knowledge, words)))
const plain = (value: object) => JSON.parse(JSON.stringify(value))

it('gives a page the whole knowledge, but for what the works say where they disagree', () => {
  const { conflicts, sources, ...rest } = whole(sent.knowledge)
  const { conflicts: all, sources: works, ...whole_ } = knowledge
  expect(rest).toEqual(plain(whole_))
  expect(Object.entries(sources).map(([id, { cite }]) => [id, cite])).toEqual(
    Object.entries(works).map(([id, { cite }]) => [id, cite]),
  )
  expect(Object.keys(conflicts)).toEqual(Object.keys(all))
  for (const [id, { topic, about, positions }] of Object.entries(conflicts)) {
    expect([topic, about, positions]).toEqual([all[id]?.topic, all[id]?.about, []])
  }
})

it('gives a page all the words', () => {
  expect(wordsOf(sent.knowledge, sent.words)).toEqual(plain(words))
})
