/** What a table gives for a hash that was never put into it. */
export const UNSEEN = 0

/**
 * Whole numbers above zero by 32-bit hashes, as bytes are scanned: no text is made to look a code up. Two texts of one
 * hash are one entry: whoever uses it decides by it only what to look at more closely.
 */
export class HashTable {
  #hashes = new Int32Array(1024)
  #values = new Int32Array(1024)
  #size = 0

  get size(): number {
    return this.#size
  }

  get(hash: number): number {
    const mask = this.#hashes.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const value = this.#values[slot] as number
      if (value === UNSEEN || this.#hashes[slot] === hash) return value
    }
  }

  set(hash: number, value: number): void {
    if (this.#size * 2 >= this.#hashes.length) this.#grow()
    const mask = this.#hashes.length - 1
    let slot = hash & mask
    while (this.#values[slot] !== UNSEEN && this.#hashes[slot] !== hash) slot = (slot + 1) & mask
    if (this.#values[slot] === UNSEEN) this.#size++
    this.#hashes[slot] = hash
    this.#values[slot] = value
  }

  #grow(): void {
    const [hashes, values] = [this.#hashes, this.#values]
    this.#hashes = new Int32Array(hashes.length * 2)
    this.#values = new Int32Array(hashes.length * 2)
    this.#size = 0
    for (let slot = 0; slot < hashes.length; slot++) {
      if (values[slot] !== UNSEEN) this.set(hashes[slot] as number, values[slot] as number)
    }
  }
}

/** The start of a hash; each byte is then added by `addByte`. */
export const EMPTY_HASH = 0x811c9dc5 | 0

/** FNV-1a, byte by byte. */
export function addByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193)
}

/** The hash of a text's UTF-8. Example: `hashOf("")` is `EMPTY_HASH`. */
export function hashOf(text: string): number {
  let hash = EMPTY_HASH
  for (const byte of Buffer.from(text)) hash = addByte(hash, byte)
  return hash
}
