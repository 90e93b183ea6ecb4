/** Where in the input something stands: a text such as `a.json#/findings/3` or `a.yaml:12`, from a JSON pointer. */
export interface Place {
  /** The record as a whole: `a.json`, `a.json#/3`, `a.ndjson:12`. */
  readonly input: string
  at(pointer: string): string
  /** The place of a record inside this one: a member of a list, the proband of a family. */
  inside(pointer: string): Place
}

/** Places in JSON: the pointer behind the file, or behind the line of NDJSON. */
export class JsonPlace implements Place {
  readonly input: string
  readonly #base: string

  constructor(input: string) {
    this.input = input
    this.#base = input.includes('#/') ? input : `${input}#`
  }

  at(pointer: string): string {
    return this.#base + pointer
  }

  inside(pointer: string): JsonPlace {
    return new JsonPlace(this.#base + pointer)
  }
}

// A place is read by people and printed on terminals: what is longer or not printable is told by its parent.
const LONGEST_NAME = 100
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/u

/**
 * The pointer of a field with a name from outside; that of its parent if the name is too long or not printable.
 * Example: `child('/findings/0', 'a/b')` is `'/findings/0/a~1b'`.
 */
export function child(parent: string, name: string): string {
  if (name.length > LONGEST_NAME || UNPRINTABLE.test(name)) return parent
  return `${parent}/${name.includes('~') || name.includes('/') ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name}`
}

/**
 * The parts of a pointer, unescaped. Example: `parts('/findings/0/a~1b')` is `['findings', '0', 'a/b']`.
 */
export function parts(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

const MOST_KEPT = 1000

/** Pointers of a list's items, made once: readers of many records make no new text for them. */
export class ItemPointers {
  readonly #list: string
  readonly #known: string[]

  constructor(list: string) {
    this.#list = list
    this.#known = Array.from({ length: MOST_KEPT }, (_, index) => `/${list}/${index}`)
  }

  at(index: number): string {
    return this.#known[index] ?? `/${this.#list}/${index}`
  }
}
