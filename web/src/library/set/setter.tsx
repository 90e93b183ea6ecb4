import type { ReactNode } from 'react'
import type { Engine } from '../../../../src/core/index.ts'
import { mentionsIn } from '../../../../src/documents/parts/mentions.ts'
import type { LibraryFile } from '../../../../src/load/files/library.ts'
import type english from '../../../words/en/library.json'
import { addressOf, type Place, placeOfId, placeOfRule, placeOfUser, titleOf } from '../place.ts'
import { NoteMark } from './note-mark.tsx'
import { type Marks, Notes } from './notes.ts'

export type Say = (id: keyof typeof english, args?: Readonly<Record<string, string | number>>) => string

/** What every page of the library is set from. */
export interface Books {
  readonly library: LibraryFile
  readonly engine: Engine
  readonly say: Say
  /** Language of the interface: its words stand among English ones. */
  readonly language: string
}

/**
 * A page being set: it knows the way to other entries and numbers the side notes. Pages are functions of it, not
 * components, so that the notes are all known when the margin is drawn.
 */
export class Setter {
  readonly library: LibraryFile
  readonly engine: Engine
  readonly say: Say
  readonly language: string
  readonly notes = new Notes()

  constructor({ library, engine, say, language }: Books) {
    this.library = library
    this.engine = engine
    this.say = say
    this.language = language
  }

  /** A link to an entry, by its name or other words. */
  to(place: Place | undefined, words?: ReactNode): ReactNode {
    if (!place) return words
    return <a href={addressOf(place)}>{words ?? titleOf(place, this.library) ?? place.id}</a>
  }

  finding(key: string, words?: ReactNode): ReactNode {
    if (!Object.hasOwn(this.library.findings, key)) return this.name(key)
    return this.to({ kind: 'findings', id: key }, words)
  }

  rule(id: string, words?: ReactNode): ReactNode {
    return this.to(placeOfRule(id, this.library), words ?? this.library.rules[id]?.title ?? id)
  }

  /** Whatever an id is the name of; the question that a clinician answers under it where it is none. */
  name(id: string, words?: ReactNode): ReactNode {
    const place = placeOfId(id, this.library)
    if (place) return this.to(place, words)
    const asks = Object.values(this.library.rules).flatMap((rule) => rule['ask-when'] ?? [])
    return words ?? asks.find((ask) => ask.id === id)?.question ?? id
  }

  /** Names as a sentence has them, one after the other. */
  names(ids: readonly string[]): ReactNode {
    return ids.map((id, index) => (
      <span key={id}>
        {index > 0 ? ', ' : ''}
        {this.name(id)}
      </span>
    ))
  }

  /** The works' entries that use something, each once. */
  users(users: readonly string[], except?: Place): readonly Place[] {
    const places = users.flatMap((user) => placeOfUser(user, this.library) ?? [])
    const own = except && addressOf(except)
    const byAddress = new Map(places.map((place) => [addressOf(place), place]))
    return [...byAddress].filter(([address]) => address !== own).map(([, place]) => place)
  }

  /** The number of the side note of a line. */
  mark(marks: Marks): ReactNode {
    const number = this.notes.number(marks)
    return number === undefined ? null : <NoteMark number={number} />
  }

  /** A sentence of the knowledge; where it names another entry by its id, a way to it. */
  said(text: string): ReactNode {
    // A number is not parted from its per cent sign.
    return mentionsIn(text.replaceAll(/(?<=\d) %/g, '\u00a0%')).map((piece, index) => {
      if (typeof piece === 'string') return index === 0 ? capital(piece) : piece
      const { kind, ids } = piece
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence keep their order
        <span key={`${index} ${kind}`}>
          (
          {ids.map((id, at) => {
            const place = mentioned(kind, id)
            const title = titleOf(place, this.library)
            return (
              <span key={id}>
                {at > 0 ? ', ' : ''}
                {kind === 'conflict' && title !== undefined
                  ? this.to(place, this.say('mention.conflict', { topic: title }))
                  : this.to(title === undefined ? undefined : place, title ?? id)}
              </span>
            )
          })}
          )
        </span>
      )
    })
  }

  /** A sentence with its note behind it. */
  noted(text: string, marks: Marks): ReactNode {
    return (
      <>
        {this.said(text)}
        {this.mark(marks)}
      </>
    )
  }

  /** Where the works disagree about any of these ids. */
  conflictsAbout(ids: Iterable<string>): readonly string[] {
    const wanted = new Set(ids)
    return Object.entries(this.library.conflicts)
      .filter(([, { about = [] }]) => about.some((id) => wanted.has(id)))
      .map(([id]) => id)
  }
}

const MENTIONED = { conflict: 'conflicts', considerations: 'treatments', risk: 'risk' } as const

function mentioned(kind: keyof typeof MENTIONED, id: string): Place {
  return { kind: MENTIONED[kind], id }
}

/** A sentence begins with a capital; nothing else of it is touched. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
