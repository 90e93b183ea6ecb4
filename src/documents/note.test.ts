import { describe, expect, it } from 'vitest'
import { cases, made, realGuide } from '../../test/support/persons.ts'
import { realEngine } from '../../test/support/real.ts'
import type { Block, Document, Said } from './blocks.ts'
import { NOTE_LENGTHS, note } from './note.ts'
import { resultOf } from './parts/findings.ts'
import { mentionsIn } from './parts/mentions.ts'
import type { Person } from './person.ts'
import { html } from './views/html.ts'
import { markdown } from './views/markdown.ts'
import { plainText } from './views/text.ts'
import { Words } from './words.ts'

const file = realGuide()
const { knowledge } = realEngine()
const words = new Words(file)
const all = cases()
const notes = all.flatMap(([name, person]) =>
  NOTE_LENGTHS.map((length) => ({
    name: `${name} ${length}`,
    length,
    person,
    made: note(file, person, knowledge, length),
  })),
)

/** What is said in a note, but for its head, which tells only the day. */
function saidIn({ blocks }: Document): readonly Said[] {
  return blocks.flatMap((block: Block): readonly Said[] =>
    block.kind === 'list' ? block.items : block.kind === 'paragraph' && block.tone === undefined ? [block] : [],
  )
}

const long = (person: Person): string => plainText(note(file, person, knowledge, 'long'))
const OWN = words.say('guide.note.proposal')
const INSTRUCTION = /(?:^|[.:;!?–)] |- )(?:please )?(?:order|start|stop|give|prescribe|administer|begin)\b/im

describe('the note', () => {
  it('is made of every case, without a hole', () => {
    expect(notes.length).toBeGreaterThan(100)
    for (const { name, made } of notes)
      for (const view of [plainText(made), markdown(made), html(made)])
        expect(view, name).not.toMatch(/undefined|NaN|\[object|\((?:conflict|considerations|risk) /)
  })

  it('gives each sentence the number of a source, or says that it is Scansion’s own', () => {
    for (const { name, made } of notes) {
      const sources = made.blocks.find((block) => block.kind === 'sources')
      const numbers = new Set(sources?.kind === 'sources' ? sources.items.map(({ number }) => number) : [])
      const said = saidIn(made)
      expect(said.length, name).toBeGreaterThan(0)
      for (const { text, cites = [] } of said) {
        expect(cites.length > 0 || text.endsWith(OWN), `${name}: ${text}`).toBe(true)
        expect(
          cites.every((cite) => numbers.has(cite)),
          `${name}: ${text}`,
        ).toBe(true)
      }
      const cited = new Set(said.flatMap(({ cites = [] }) => cites))
      expect(
        [...numbers].every((number) => cited.has(number)),
        name,
      ).toBe(true)
    }
  })

  it('writes days as people do', () => {
    const texts = notes.flatMap(({ made }) => saidIn(made).map(({ text }) => text))
    expect(texts.filter((text) => /\b\d{4}-\d\d/.test(text))).toEqual([])
    expect(texts.some((text) => /\bwere met on \d{1,2} [A-Z][a-z]{2} \d{4}/.test(text))).toBe(true)
    expect(words.dated('met on 2024-01-02, seen since 2023-11; rule of 2012-33')).toBe(
      'met on 2 Jan 2024, seen since Nov 2023; rule of 2012-33',
    )
  })

  it('names every work in words', () => {
    for (const { name, made } of notes)
      for (const block of made.blocks)
        if (block.kind === 'sources')
          for (const { text } of block.items)
            expect(Object.keys(knowledge.sources), name).not.toContain(text.split(':')[0])
  })

  it('says the verdict in the words of the assessment', () => {
    for (const { name, length, person, made } of notes) {
      const text = plainText(made)
      const { conclusion, criteria } = person.assessment
      for (const sentence of conclusion.sentences) expect(text, name).toContain(words.dated(sentence.text))
      if (length === 'long')
        for (const set of criteria) expect(text, name).toContain(`${set.title}: ${resultOf(set, words)}.`)
      if (conclusion.value !== 'met') expect(saidIn(made)[0]?.text, name).not.toMatch(/\bare met\b/)
    }
  })

  it('never tells anybody to order, start, stop or give anything', () => {
    expect('Tests: order a scan').toMatch(INSTRUCTION)
    expect('- Give it.').toMatch(INSTRUCTION)
    for (const { name, made } of notes) {
      const text = plainText({ ...made, blocks: made.blocks.filter(({ kind }) => kind !== 'sources') })
      expect(INSTRUCTION.exec(text)?.[0], name).toBeUndefined()
    }
  })

  it('says its day, that met is a pattern, and what it was made with', () => {
    for (const { name, person, made } of notes) {
      const text = plainText(made)
      const { asOf, engine, knowledge: told } = person.assessment
      if (asOf !== null) expect(text, name).toContain(`As known on ${words.time(asOf)}`)
      expect(text, name).toContain('a pattern, not a diagnosis')
      expect(text, name).toContain(`Scansion ${engine.version} with knowledge ${told.version}`)
    }
  })

  it('puts cautions before the path and the options, each once', () => {
    const treated = all.filter(([, { assessment }]) => (assessment.treatment?.options.length ?? 0) > 0)
    expect(treated.length).toBeGreaterThan(5)
    for (const [name, person] of treated) {
      const text = long(person)
      const [cautions = -1, path = -1, options = -1] = ['cautions', 'path', 'options'].map((id) =>
        text.indexOf(`\n${words.say(`guide.note.${id}`)}\n`),
      )
      expect(cautions, name).toBeGreaterThan(0)
      expect(path, name).toBeGreaterThan(cautions)
      expect(options, name).toBeGreaterThan(path)
    }
  })

  it('is short where it is to be short', () => {
    for (const [name, person] of all) {
      const sections = note(file, person, knowledge, 'short').blocks.filter(({ kind }) => kind === 'heading')
      expect(sections.length, name).toBeLessThanOrEqual(2)
    }
  })

  it('keeps what is weak weak, and says nothing of treatment without ground', () => {
    const weak = all.filter(([, { assessment }]) => assessment.conclusion.grade === 'weak')
    expect(weak.length).toBeGreaterThan(0)
    for (const [name, person] of weak) expect(long(person), name).toContain('met in number only, on weak evidence')
    const open = long(made({ polyneuropathy: 'present' }))
    expect(open).not.toContain(words.say('guide.note.options'))
    expect(open).not.toContain(words.say('guide.note.cautions'))
  })
})

describe('the names of other entries in a sentence', () => {
  it('are found with their kind, one or several', () => {
    expect(mentionsIn('Not used (conflict dispute).')).toEqual([
      'Not used ',
      { kind: 'conflict', ids: ['dispute'] },
      '.',
    ])
    expect(mentionsIn('(conflicts one-a, two and three)')).toEqual([
      { kind: 'conflict', ids: ['one-a', 'two', 'three'] },
    ])
    expect(mentionsIn('Nothing (of 12) here')).toEqual(['Nothing (of 12) here'])
  })
})
