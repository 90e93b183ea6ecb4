import type { Citation, Knowledge } from '../../schema/index.ts'
import type { Block, Said } from '../blocks.ts'
import type { Words } from '../words.ts'
import { mentionsIn } from './mentions.ts'

/** Where a sentence comes from. */
interface From {
  readonly sources: readonly Citation[]
  readonly proposal?: boolean
}

/**
 * Tells sentences of an assessment with the numbers of their works; one without a work is marked as Scansion's own, and
 * what it names by an id is named in words. Example: `teller.told(item.says, item)`.
 */
export class Teller {
  readonly words: Words
  readonly #knowledge: Pick<Knowledge, 'conflicts' | 'care'>

  constructor(words: Words, knowledge: Pick<Knowledge, 'conflicts' | 'care'>) {
    this.words = words
    this.#knowledge = knowledge
  }

  told(text: string, { sources, proposal }: From): Said {
    const own = proposal === true || sources.length === 0
    const cites = this.words.cite(sources)
    return {
      text: own ? `${this.#named(text)} ${this.words.say('guide.note.proposal')}` : this.#named(text),
      ...(cites.length > 0 ? { cites } : undefined),
    }
  }

  paragraph(text: string, from: From): Block {
    return { kind: 'paragraph', ...this.told(text, from) }
  }

  /** A section of the note, by the end of the id of its words. */
  heading(name: string): Block {
    return { kind: 'heading', level: 2, text: this.words.say(`guide.note.${name}`) }
  }

  topic(conflict: string): string {
    return this.#knowledge.conflicts[conflict]?.topic ?? conflict
  }

  /** About what works disagree, and the works of the positions. */
  conflict(id: string): Said | undefined {
    const conflict = this.#knowledge.conflicts[id]
    if (!conflict) return undefined
    const { topic, positions } = conflict
    return this.told(this.words.say('guide.note.conflict', { topic }), {
      sources: positions.flatMap((position) => position.sources ?? []),
    })
  }

  #named(text: string): string {
    return mentionsIn(text)
      .map((piece) => {
        if (typeof piece === 'string') return this.words.dated(piece)
        const { kind, ids } = piece
        if (kind === 'conflict')
          return `(${this.words.say('guide.note.disagree', { topic: ids.map((id) => this.topic(id)).join('; ') })})`
        return `(${ids.map((id) => this.#knowledge.care[kind][id]?.title ?? id).join('; ')})`
      })
      .join('')
  }
}
