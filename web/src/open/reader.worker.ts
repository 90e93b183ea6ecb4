import type { ReadItem } from '../../../src/adapters/index.ts'
import { loadCodes, loadEngine } from '../knowledge/knowledge.ts'
import type { Asked, Person, Told } from './messages.ts'
import { joinedOf, personOf, readInput, readJoined } from './read.ts'

/**
 * Reads files away from the screen, so that a thousand records do not hold it up. A worker reads one request and is then
 * ended by whoever started it.
 */
const BATCH = 50

const tell = (told: Told) => postMessage(told)

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  try {
    await answer(data)
  } catch (error) {
    tell({ kind: 'failed', what: error instanceof Error ? error.message : String(error) })
  }
})

async function answer({ inputs, today, acceptGuess }: Asked): Promise<void> {
  const [{ engine, words }, codes] = await Promise.all([loadEngine(), loadCodes()])
  const knowing = { engine, codes, words }
  const give = (items: readonly ReadItem[]) => {
    let persons: Person[] = []
    for (const item of items) {
      const person = personOf(item, engine, today)
      if (person) persons.push(person)
      else tell({ kind: 'problems', problems: item.problems })
      if (persons.length >= BATCH) {
        tell({ kind: 'persons', persons })
        persons = []
      }
    }
    if (persons.length > 0) tell({ kind: 'persons', persons })
  }
  const { joined, others } = inputs.length > 1 ? await joinedOf(inputs) : { joined: [], others: inputs }
  if (joined.length > 0) {
    tell({ kind: 'progress', done: 0, of: inputs.length })
    give(await readJoined(joined, knowing))
  }
  for (const [index, input] of others.entries()) {
    tell({ kind: 'progress', done: joined.length + index, of: inputs.length })
    const { items, guess } = await readInput(input, knowing, acceptGuess)
    if (guess) tell({ kind: 'guess', guess })
    give(items)
  }
  tell({ kind: 'done' })
}
