/**
 * Numbers persons in the order in which they are first met, in a few bytes for each, whatever their names are. Two names
 * may share a number (once in 2^64 pairs): whoever reads the lines of a number tells the persons apart by their names.
 */
export class Ordinals {
  #first = new Int32Array(2048)
  #second = new Int32Array(2048)
  /** One more than the number; 0 where the slot is free. */
  #numbers = new Int32Array(2048)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Example: the first name gets 0, the next new one 1. */
  of(name: string): number {
    if (this.#size * 2 >= this.#numbers.length) this.#grow()
    const [first, second] = hashes(name)
    const slot = this.#slot(first, second)
    const known = this.#numbers[slot] as number
    if (known > 0) return known - 1
    this.#first[slot] = first
    this.#second[slot] = second
    this.#numbers[slot] = ++this.#size
    return this.#size - 1
  }

  #slot(first: number, second: number): number {
    const mask = this.#numbers.length - 1
    let slot = first & mask
    while (this.#numbers[slot] !== 0 && (this.#first[slot] !== first || this.#second[slot] !== second)) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  #grow(): void {
    const [first, second, numbers] = [this.#first, this.#second, this.#numbers]
    this.#first = new Int32Array(numbers.length * 2)
    this.#second = new Int32Array(numbers.length * 2)
    this.#numbers = new Int32Array(numbers.length * 2)
    for (let old = 0; old < numbers.length; old++) {
      if (numbers[old] === 0) continue
      const slot = this.#slot(first[old] as number, second[old] as number)
      this.#first[slot] = first[old] as number
      this.#second[slot] = second[old] as number
      this.#numbers[slot] = numbers[old] as number
    }
  }
}

/** Two hashes of a text that know nothing of each other. */
function hashes(text: string): readonly [number, number] {
  let first = 0x811c9dc5 | 0
  let second = 0x9747b28c | 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    first = Math.imul(first ^ unit, 0x01000193)
    second = Math.imul((second << 13) ^ (second >>> 19) ^ unit, 0x5bd1e995) + 0x165667b1
  }
  return [first ^ (first >>> 15), second | 0]
}
