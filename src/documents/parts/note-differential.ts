import type { Assessment } from '../../schema/index.ts'
import type { Block, Said } from '../blocks.ts'
import type { Teller } from './teller.ts'

/** Conditions of which the record says something, each statement for and against with its works. */
export function conditionBlocks({ differential }: Assessment, teller: Teller): Block[] {
  const items = differential.flatMap((condition): Said[] => {
    const sides = [
      ['for', condition.for],
      ['against', condition.against],
    ] as const
    return sides.flatMap(([side, statements]) =>
      statements.map((item) => {
        const args = { condition: condition.title, says: item.says }
        return teller.told(teller.words.say(`guide.note.${side}`, args), item)
      }),
    )
  })
  return items.length > 0 ? [teller.heading('else'), { kind: 'list', items }] : []
}
