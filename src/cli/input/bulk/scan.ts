import { type Coverage, Tally } from '../../../adapters/coverage.ts'
import { isFields } from '../../../adapters/fields.ts'
import type { CodeIndex, ReadItem } from '../../../adapters/index.ts'
import { afterCodeName } from './find-code.ts'
import { addByte, EMPTY_HASH, HashTable, hashOf, UNSEEN } from './hashes.ts'
import { onlySubject } from './subject.ts'
import { tellingCodes } from './telling.ts'

/** What a kept line is: a resource of a person, one that persons refer to, or something to be read by itself. */
export const KEPT = { person: 0, shared: 1, itself: 2 } as const

/** The lines of a block that are worth reading, and their bytes, one behind the other. */
export interface Scanned {
  /** Line ends in the block. */
  readonly lines: number
  /** `FIELDS` numbers for each kept line: what it is, its line from 0, its length, its first byte in the block. */
  readonly kept: Float64Array<ArrayBuffer>
  /** Whose the kept lines are; empty where a line is nobody's. */
  readonly persons: readonly string[]
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Numbers that stand for a kept line. */
export const FIELDS = 4

/** The reader of resources, or a stand-in in tests. */
export interface ResourceReader {
  readonly read: (value: unknown) => ReadItem
  readonly personOf: (value: unknown) => string | undefined
  /** Types of resources that may state something about a person. */
  readonly types: ReadonlySet<string>
}

/** Read whatever their codes are: persons, what results refer to, texts of reports, answers to questions. */
const ALWAYS = new Set(['Patient', 'Specimen', 'DiagnosticReport', 'QuestionnaireResponse', 'Bundle'])
/** May name its drug by a reference to another line. */
const REFERS = Buffer.from('"medicationReference"')
const SHARED = 'Medication'

// What is known of a code, in the table of hashes: it makes a line worth reading, it is of no interest, or (above
// these) it is one to be counted.
const WANTED = 1
const PLAIN = 2
const COUNTED = 3
/** Different unknown codes that are looked at closely; further ones are not told apart. */
const MOST_PROBED = 100_000

const [LF, CR, SPACE, TAB, QUOTE, BACKSLASH, COLON] = [0x0a, 0x0d, 0x20, 0x09, 0x22, 0x5c, 0x3a]
const [OPEN, CLOSE] = [0x7b, 0x7d]
const TYPE_NAME = Buffer.from('"resourceType"')

type Way = 'read' | 'codes' | 'skip'

interface Kind {
  readonly type: string
  readonly way: Way
  readonly refers: boolean
}

/**
 * Finds in blocks of lines those that are worth parsing: resources that hold a code of the vocabulary, that have no code
 * at all, or of which a text may state something. A code met for the first time is looked at closely, with the reader
 * itself, and from then on known by its hash; lines whose codes are all known to mean nothing are counted and passed by.
 */
export class Scanner {
  readonly #reader: ResourceReader
  readonly #all: boolean
  readonly #codes = new HashTable()
  readonly #counts: number[] = []
  readonly #names: { readonly code: string; readonly label: string | undefined }[] = []
  readonly #kinds = new Map<number, Kind>()
  readonly #passed = new Tally()
  #probed = 0

  /** With `all` every line is kept: for files that are small enough to be read as a whole. */
  constructor(reader: ResourceReader, index: CodeIndex, all = false) {
    this.#reader = reader
    this.#all = all
    for (const codes of Object.values(index)) {
      for (const code of Object.keys(codes)) {
        this.#codes.set(hashOf(code), WANTED)
        // Codes are looked up with their prefix and without.
        if (code.includes(':')) this.#codes.set(hashOf(code.slice(code.indexOf(':') + 1)), WANTED)
      }
    }
  }

  /** The lines of a block to be read. The block ends with a line, whose end may be missing. */
  scan(bytes: Uint8Array): Scanned {
    const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const kept: number[] = []
    const persons: string[] = []
    let line = 0
    let size = 0
    for (let start = 0; start < block.length; line++) {
      const found = block.indexOf(LF, start)
      const end = found < 0 ? block.length : found
      const first = skipSpace(block, start, end)
      const last = trimEnd(block, first, end)
      if (first < last && this.#wanted(block, first, last)) {
        const { kind, person } = this.#whose(block.subarray(first, last))
        kept.push(kind, line, last - first, first)
        persons.push(person)
        size += last - first
      }
      start = end + 1
      if (found < 0) break
    }
    const ended = block.length > 0 && block[block.length - 1] === LF
    const lines = ended || block.length === 0 ? line : line + 1
    return { lines, kept: Float64Array.from(kept), persons, bytes: together(block, kept, size) }
  }

  /** What was passed by, and the codes of it. */
  coverage(): Coverage {
    this.#counts.forEach((count, index) => {
      const name = this.#names[index]
      if (name && count > 0) this.#passed.unknown(name.code, name.label, count)
      this.#counts[index] = 0
    })
    return this.#passed.coverage()
  }

  #wanted(block: Uint8Array, start: number, end: number): boolean {
    if (this.#all) return true
    // What does not begin and end as a resource is for the reader, which says what is wrong with it.
    const kind = block[end - 1] === CLOSE ? this.#kind(block, start, end) : undefined
    if (kind === undefined || kind.way === 'read') return true
    if (kind.way === 'skip') {
      this.#passed.count(kind.type, 'setAside')
      return false
    }
    return this.#hasWantedCode(kind, block, start, end, true)
  }

  /** The kind of a line that begins with its type, as nearly all do. */
  #kind(block: Uint8Array, start: number, end: number): Kind | undefined {
    if (block[start] !== OPEN) return undefined
    let at = skipSpace(block, start + 1, end)
    for (let i = 0; i < TYPE_NAME.length; i++) if (block[at + i] !== TYPE_NAME[i]) return undefined
    at = valueStart(block, at + TYPE_NAME.length, end)
    if (block[at] !== QUOTE) return undefined
    let hash = EMPTY_HASH
    let close = at + 1
    for (; close < end && block[close] !== QUOTE; close++) hash = addByte(hash, block[close] as number)
    const known = this.#kinds.get(hash)
    return known ?? this.#newKind(hash, text(block, at + 1, close))
  }

  #newKind(hash: number, type: string): Kind | undefined {
    // A file has few types: more are no resources, and are left to the reader.
    if (this.#kinds.size > 500 || !/^[A-Z][A-Za-z]+$/.test(type)) return undefined
    const coded = this.#reader.types.has(type) || type === SHARED
    const way = ALWAYS.has(type) ? 'read' : coded ? 'codes' : 'skip'
    const kind: Kind = { type, way, refers: type.startsWith('Medication') && type !== SHARED }
    this.#kinds.set(hash, kind)
    return kind
  }

  #hasWantedCode(kind: Kind, block: Uint8Array, start: number, end: number, mayProbe: boolean): boolean {
    let any = false
    let unseen = false
    let counter = -1
    for (let at = afterCodeName(block, start, end); at >= 0; at = afterCodeName(block, at, end)) {
      at = valueStart(block, at, end)
      if (block[at] === OPEN) continue
      // A code that is no text is wrong, and the reader says so.
      if (block[at] !== QUOTE) return true
      let hash = EMPTY_HASH
      let bare = 0
      for (at++; at < end && block[at] !== QUOTE; at++) {
        const byte = block[at] as number
        if (byte === BACKSLASH) return true
        hash = addByte(hash, byte)
        if (bare !== 0) bare = addByte(bare, byte)
        else if (byte === COLON) bare = EMPTY_HASH
      }
      any = true
      const state = this.#codes.get(hash)
      if (state === WANTED || (bare !== 0 && this.#codes.get(bare) === WANTED)) return true
      if (state === UNSEEN) unseen = true
      else if (state >= COUNTED) counter = state - COUNTED
    }
    if (!any || (kind.refers && holds(block, REFERS, start, end))) return true
    if (unseen && mayProbe && this.#probed < MOST_PROBED) return this.#probe(kind, block, start, end)
    this.#passed.count(kind.type, 'notUnderstood')
    if (counter >= 0) this.#counts[counter] = (this.#counts[counter] as number) + 1
    return false
  }

  /** Reads a line with codes that were not met before, and keeps what is to be thought of them. Is the line to be kept? */
  #probe(kind: Kind, block: Uint8Array, start: number, end: number): boolean {
    const value = parsed(block, start, end)
    if (!isFields(value)) return true
    this.#probed++
    const { coverage } = this.#reader.read(value)
    const counts = coverage?.kinds[kind.type]
    const telling = tellingCodes(value)
    const plain = counts !== undefined && counts.used === 0 && counts.toConfirm === 0
    for (const { code, label } of coverage?.unknownCodes ?? []) this.#learn(bareCode(code), plain, { code, label })
    for (const code of telling) this.#learn(code, plain, undefined)
    for (const code of otherCodes(block, start, end)) if (!telling.has(code)) this.#learn(code, true, undefined)
    return !plain || this.#hasWantedCode(kind, block, start, end, false)
  }

  #learn(code: string, plain: boolean, counted: { code: string; label: string | undefined } | undefined): void {
    const hash = hashOf(code)
    if (this.#codes.get(hash) !== UNSEEN) return
    if (plain && counted) {
      this.#codes.set(hash, COUNTED + this.#counts.length)
      this.#counts.push(0)
      this.#names.push(counted)
    } else this.#codes.set(hash, plain ? PLAIN : WANTED)
  }

  #whose(bytes: Uint8Array): { readonly kind: number; readonly person: string } {
    const only = onlySubject(bytes)
    if (only !== undefined) return { kind: KEPT.person, person: only }
    const value = parsed(bytes, 0, bytes.length)
    if (!isFields(value) || typeof value.resourceType !== 'string') return { kind: KEPT.itself, person: '' }
    const person = value.resourceType === 'Bundle' ? undefined : this.#reader.personOf(value)
    if (person !== undefined) return { kind: KEPT.person, person }
    const shared = value.resourceType === SHARED && typeof value.id === 'string'
    return shared ? { kind: KEPT.shared, person: `${SHARED}/${value.id}` } : { kind: KEPT.itself, person: '' }
  }
}

function together(block: Uint8Array, kept: readonly number[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let at = 0
  for (let i = 0; i < kept.length; i += FIELDS) {
    const start = kept[i + 3] as number
    const length = kept[i + 2] as number
    bytes.set(block.subarray(start, start + length), at)
    at += length
  }
  return bytes
}

/** `LOINC 718-7` as coverage shows it, without its system. */
function bareCode(shown: string): string {
  return shown.slice(shown.lastIndexOf(' ') + 1)
}

/** All texts that stand as a `code` in a line. */
function* otherCodes(block: Uint8Array, start: number, end: number): Generator<string> {
  for (let at = afterCodeName(block, start, end); at >= 0; at = afterCodeName(block, at, end)) {
    at = valueStart(block, at, end)
    if (block[at] !== QUOTE) continue
    const close = block.indexOf(QUOTE, at + 1)
    yield text(block, at + 1, close < 0 || close > end ? end : close)
  }
}

function parsed(block: Uint8Array, start: number, end: number): unknown {
  try {
    return JSON.parse(text(block, start, end)) as unknown
  } catch {
    // The reader of the line says what is wrong with it.
    return undefined
  }
}

function text(block: Uint8Array, start: number, end: number): string {
  return Buffer.from(block.buffer, block.byteOffset + start, end - start).toString('utf8')
}

function holds(block: Uint8Array, name: Buffer, start: number, end: number): boolean {
  const at = Buffer.from(block.buffer, block.byteOffset + start, end - start).indexOf(name)
  return at >= 0
}

/** Behind a name: the first byte of its value. */
function valueStart(block: Uint8Array, from: number, end: number): number {
  const at = skipSpace(block, from, end)
  return block[at] === COLON ? skipSpace(block, at + 1, end) : at
}

function skipSpace(block: Uint8Array, from: number, end: number): number {
  let at = from
  // A mark of byte order may stand before the first line.
  if (block[at] === 0xef && block[at + 1] === 0xbb && block[at + 2] === 0xbf) at += 3
  while (at < end && (block[at] === SPACE || block[at] === TAB || block[at] === CR)) at++
  return at
}

function trimEnd(block: Uint8Array, from: number, end: number): number {
  let at = end
  while (at > from && (block[at - 1] === CR || block[at - 1] === SPACE || block[at - 1] === TAB)) at--
  return at
}
