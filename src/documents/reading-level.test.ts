import { describe, expect, it } from 'vitest'
import { cases, made, realGuide } from '../../test/support/persons.ts'
import { readingOf } from '../../test/support/reading-level.ts'
import { type Block, type Document, textsOf } from './blocks.ts'
import { guide } from './guide.ts'
import { STAGES } from './stage.ts'
import { visitSheet } from './visit-sheet.ts'

const file = realGuide()

/** The highest grade a block may have. */
const GRADE = 8
/** The highest grade one sentence may have. */
const HARDEST = 10
const LONG = 20
const LONGEST = 22

/** Medical terms that the glossary explains; all that it knows, not only those a document links. */
const TERMS = file.glossary.flatMap((id) => {
  const term = file.messages[`glossary.${id}.term`] ?? ''
  const also = file.messages[`glossary.${id}.also`]?.split('; ') ?? []
  return [term, ...term.split(/[(),]| and /).map((part) => part.trim()), ...also].filter((form) => form.length > 1)
})

/** Names, labels and citations are not sentences. */
const isProse = (block: Block, i: number, blocks: readonly Block[]): boolean => {
  if (['heading', 'sources', 'chart', 'page-break'].includes(block.kind)) return false
  const opened = blocks.slice(0, i).findLast((before) => before.kind === 'heading' && before.level === 2)
  return !(block.kind === 'list' && opened?.kind === 'heading' && opened.id === 'centres')
}

/** A block, and of a block with parts each part: one hard sentence must not hide among easy ones. */
function passagesOf(block: Block): readonly string[] {
  if (block.kind === 'letters') return block.items.flatMap((item) => item.says.map((said) => said.text))
  return [textsOf(block).join('\n'), ...textsOf(block)]
}

interface Measured {
  readonly where: string
  readonly text: string
  readonly grade: number
  readonly sentences: readonly number[]
  readonly hardest: number
}

function measure(name: string, document: Document): readonly Measured[] {
  const prose = document.blocks.filter(isProse)
  const texts = [document.lead?.text ?? '', ...prose.flatMap(passagesOf)]
  return texts.map((text) => ({ where: name, text, ...readingOf(text, TERMS) }))
}

const people = [['nobody', undefined] as const, ['a treated person', made()] as const, ...cases()]
// The same words stand in many guides: each passage is measured once.
const passages = new Map<string, Measured>()
for (const [name, person] of people) {
  for (const stage of STAGES) {
    for (const passage of measure(`${stage}, ${name}`, guide(file, stage, person))) passages.set(passage.text, passage)
  }
}
const blocks = [...passages.values()]
const lengths = blocks.flatMap((block) => block.sentences)

describe('the reading level of the guide', () => {
  it(`of every block is grade ${GRADE} or below`, () => {
    const hard = blocks.filter(({ grade }) => grade > GRADE)
    expect(hard.map(({ where, grade, text }) => `${grade.toFixed(1)} ${where}: ${text}`)).toEqual([])
    const words = blocks.filter((block) => block.sentences.length > 0)
    const worst = words.reduce((a, b) => (b.grade > a.grade ? b : a))
    const mean = words.reduce((sum, block) => sum + block.grade, 0) / words.length
    console.info(
      `reading level: ${words.length} passages, mean grade ${mean.toFixed(1)}, highest ${worst.grade.toFixed(1)} (${worst.text.slice(0, 60)}…)`,
    )
  })

  it(`hides no hard sentence among easy ones`, () => {
    const hard = blocks.filter(({ hardest }) => hardest > HARDEST)
    expect(hard.map(({ hardest, text }) => `${hardest.toFixed(1)}: ${text}`)).toEqual([])
  })

  it(`keeps sentences under ${LONG} words, and none over ${LONGEST}`, () => {
    const long = lengths.filter((length) => length >= LONG).length
    console.info(
      `sentences: ${lengths.length}, of ${LONG} words or more ${((100 * long) / lengths.length).toFixed(2)} %, longest ${Math.max(...lengths)}`,
    )
    expect(long / lengths.length).toBeLessThan(0.02)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(LONGEST)
  })

  it('of the sheet without a record is no higher', () => {
    for (const stage of STAGES) {
      for (const { grade, text } of measure(stage, visitSheet(file, stage)))
        expect(grade, text).toBeLessThanOrEqual(GRADE)
    }
  })
})

describe('the measure itself', () => {
  it('finds a hard text hard, an easy one easy, and a term as easy as a short word', () => {
    const hard = 'Considerations regarding autologous transplantation necessitate multidisciplinary deliberation.'
    expect(readingOf(hard, []).grade).toBeGreaterThan(GRADE)
    expect(readingOf('You faint. Call now.', []).grade).toBeLessThan(3)
    expect(readingOf('Ask for immunofixation.', ['immunofixation']).grade).toBe(readingOf('Ask for it.', []).grade)
  })
})
