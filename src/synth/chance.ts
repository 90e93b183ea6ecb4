import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'

/** What a stream of chance decides: the story of a person, or the dirt in their record. They never disturb each other. */
export type Stream = 'story' | 'dirt'

const STREAMS: Readonly<Record<Stream, number>> = { story: 0x51ed270b, dirt: 0x2c1b3c6d }

/**
 * The chance of one person: the same for the same seed, person and stream, whoever else is made before or after.
 * Example: `new Chance(7, 12, "story").int(1, 6)` is the same number every time.
 */
export class Chance {
  readonly #source: RandomGenerator

  constructor(seed: number, person: number, stream: Stream) {
    const words = [seed, person, STREAMS[stream], seed ^ Math.imul(person, 0x9e3779b1)]
    let mixed = 0x243f6a88
    const state = words.map((word) => {
      mixed = mix(mixed ^ word)
      return mixed
    })
    // A state of zeros would stay zero for ever.
    this.#source = xoroshiro128plusFromState([...state.slice(0, 3), (state[3] ?? 0) | 1])
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return uniformInt(this.#source, from, to)
  }

  /** A number from 0 up to, not including, 1. */
  real(): number {
    return uniformFloat64(this.#source)
  }

  /** A number between two others. */
  between(from: number, to: number): number {
    return from + (to - from) * this.real()
  }

  yes(share: number): boolean {
    return share > 0 && this.real() < share
  }

  one<L extends readonly [unknown, ...unknown[]]>(of: L): L[number] {
    return of[this.int(0, of.length - 1)] ?? of[0]
  }

  /** So many of a list, in its order. */
  some<T>(of: readonly T[], count: number): readonly T[] {
    const left = of.map((_, index) => index)
    while (left.length > count) left.splice(this.int(0, left.length - 1), 1)
    return left.flatMap((index) => of.slice(index, index + 1))
  }

  /** About normal: the sum of four draws, which never strays further than `spread` times 3.5. */
  about(middle: number, spread: number): number {
    return middle + spread * (this.real() + this.real() + this.real() + this.real() - 2) * 1.732
  }
}

/** The finalizer of MurmurHash3: spreads every bit of a word over all of them. */
function mix(word: number): number {
  let value = word | 0
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return value ^ (value >>> 16)
}
