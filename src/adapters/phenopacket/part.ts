import type { ProblemCode } from '../../core/problem.ts'
import { type Fields, isFields } from '../fields.ts'
import { child, type Place } from '../pointer.ts'
import { type Report, show } from '../report.ts'

/** A term of an ontology as the packet writes it. */
export interface Term {
  readonly id: string
  readonly label: string | undefined
  readonly pointer: string
}

const snake = new Map<string, string>()

function snakeCase(name: string): string {
  const known = snake.get(name)
  if (known !== undefined) return known
  const made = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  snake.set(name, made)
  return made
}

/**
 * An object inside a packet, with its place. Names may be written as `timeObserved` or `time_observed`, as readers of
 * protobuf's JSON must accept; null says the same as nothing. Whatever has the wrong shape is reported and then missing.
 */
export class Part {
  readonly fields: Fields
  readonly pointer: string
  readonly #place: Place
  readonly #report: Report

  constructor(fields: Fields, pointer: string, place: Place, report: Report) {
    this.fields = fields
    this.pointer = pointer
    this.#place = place
    this.#report = report
  }

  /** Reports fields that this kind of object does not have. */
  expect(known: readonly string[]): this {
    for (const name of Object.keys(this.fields)) {
      if (known.some((field) => field === name || snakeCase(field) === name)) continue
      this.say(
        'field-unknown',
        child(this.pointer, name),
        `there is no field ${show(name)} here`,
        `the fields here are: ${known.join(', ')}`,
      )
    }
    return this
  }

  value(name: string): unknown {
    return this.fields[this.#written(name)] ?? undefined
  }

  /** The pointer of a field, by the name that the packet uses. */
  at(name: string): string {
    return `${this.pointer}/${this.#written(name)}`
  }

  #written(name: string): string {
    return Object.hasOwn(this.fields, name) ? name : snakeCase(name)
  }

  part(name: string): Part | undefined {
    const value = this.value(name)
    if (value === undefined) return undefined
    if (isFields(value)) return new Part(value, this.at(name), this.#place, this.#report)
    return this.#wrong(name, value, 'an object')
  }

  parts(name: string): readonly Part[] {
    const value = this.value(name)
    if (value === undefined) return []
    if (!Array.isArray(value)) return this.#wrong(name, value, 'a list') ?? []
    return value.flatMap((item: unknown, index) => {
      const pointer = `${this.at(name)}/${index}`
      if (isFields(item)) return [new Part(item, pointer, this.#place, this.#report)]
      this.say('field-type', pointer, `${show(item)} stands in the list`, 'each item of this list is an object')
      return []
    })
  }

  text(name: string): string | undefined {
    const value = this.value(name)
    if (value === undefined || typeof value === 'string') return value
    return this.#wrong(name, value, 'text')
  }

  flag(name: string): boolean {
    const value = this.value(name)
    if (value === undefined || typeof value === 'boolean') return value ?? false
    this.#wrong(name, value, 'true or false')
    return false
  }

  term(name: string): Term | undefined {
    return this.part(name)?.asTerm()
  }

  terms(name: string): readonly Term[] {
    return this.parts(name).flatMap((part) => part.asTerm() ?? [])
  }

  /** Reads this object as a term: its `id` is a compact identifier such as `HP:0001271`. */
  asTerm(): Term | undefined {
    const id = this.text('id')
    const label = this.text('label')
    if (id !== undefined) return { id, label, pointer: this.pointer }
    if (this.value('id') === undefined)
      this.say('field-missing', this.pointer, 'a term has no id', 'give its code: "id": "HP:0001271"')
    return undefined
  }

  say(code: ProblemCode, pointer: string, what: string, hint: string): void {
    this.#report.add(code, this.#place.at(pointer), what, hint)
  }

  /** The text that a problem or a fact of this object carries as its place. */
  get place(): string {
    return this.#place.at(this.pointer)
  }

  #wrong(name: string, value: unknown, wanted: string): undefined {
    this.say('field-type', this.at(name), `${name} is ${show(value)}`, `${name} holds ${wanted}`)
  }
}
