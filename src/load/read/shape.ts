import { didYouMean } from '../near.ts'
import type { Path } from './yaml.ts'

/** The part of JSON Schema our schemas use. */
export interface JsonSchema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly type?: string
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly description?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean | JsonSchema
}

export type Report = (path: Path, what: string, hint: string) => void
type Defs = Readonly<Record<string, JsonSchema>>

/**
 * Says in words where a value departs from its schema. Of a union only the branch that was meant is spoken of:
 * a node with `any` is compared with the shape of `any`, not with eleven shapes. TypeBox decides whether a value
 * is valid; this only explains.
 */
export function explainShape(schema: JsonSchema, value: unknown, report: Report): void {
  explain(schema, value, [], {}, report)
}

function explain(schema: JsonSchema, value: unknown, path: Path, outer: Defs, report: Report): void {
  const defs = schema.$defs ? { ...outer, ...schema.$defs } : outer
  if (schema.$ref !== undefined) {
    const target = defs[schema.$ref.replace('#/$defs/', '')]
    if (target) explain(target, value, path, defs, report)
  } else if (schema.anyOf) explainUnion(schema.anyOf, value, path, defs, report)
  else if ('const' in schema) {
    if (value !== schema.const)
      report(path, `${show(value)} where only ${show(schema.const)} is allowed`, hintOf(schema))
  } else if (schema.type === 'object') explainObject(schema, value, path, defs, report)
  else if (schema.type === 'array') explainArray(schema, value, path, defs, report)
  else explainScalar(schema, value, path, report)
}

function explainUnion(branches: readonly JsonSchema[], value: unknown, path: Path, defs: Defs, report: Report): void {
  if (branches.every((branch) => 'const' in branch)) {
    const allowed = branches.map((branch) => String(branch.const))
    if (branches.some((branch) => branch.const === value)) return
    report(
      path,
      `${show(value)} is none of ${allowed.join(', ')}`,
      didYouMean(String(value), allowed) || 'write one of them',
    )
    return
  }
  const objects = branches.filter((branch) => branch.type === 'object')
  if (isObject(value) && objects.length > 1) {
    explainNode(objects, value, path, defs, report)
    return
  }
  const fitting = branches.find((branch) => branch.type === typeOf(value) || branch.const === value)
  if (fitting) {
    explain(fitting, value, path, defs, report)
    return
  }
  const types = branches.map((branch) => branch.type ?? show(branch.const))
  report(path, `${show(value)} is none of: ${types.join(', ')}`, 'write one of these')
}

/** Of shapes that differ by one name each, finds the one that was meant. */
function explainNode(shapes: readonly JsonSchema[], value: object, path: Path, defs: Defs, report: Report): void {
  const names = shapes.map(
    (shape) =>
      (shape.required ?? []).find((name) => shapes.filter((other) => other.required?.includes(name)).length === 1) ??
      '',
  )
  const meant = shapes.filter((_, i) => Object.hasOwn(value, names[i] as string))
  const [only] = meant
  if (only && meant.length === 1) {
    explain(only, value, path, defs, report)
    return
  }
  if (meant.length > 1) {
    const both = names.filter((name) => Object.hasOwn(value, name))
    report(path, `one node is ${both.join(' and ')} at once`, 'make two nodes of it, under all, any or at-least')
    return
  }
  const own = Object.keys(value)
  const near = own.map((name) => didYouMean(name, names)).find((hint) => hint !== '')
  report(
    path,
    `a node with ${own.join(', ') || 'nothing'}, which is no kind of node`,
    near ?? `a node has one of: ${names.join(', ')}`,
  )
}

function explainObject(schema: JsonSchema, value: unknown, path: Path, defs: Defs, report: Report): void {
  if (!isObject(value)) {
    report(path, `${show(value)} where fields are expected`, fieldsOf(schema))
    return
  }
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(value, name)) report(path, `"${name}" is missing`, hintOf(schema.properties?.[name]))
  }
  for (const [name, field] of Object.entries(value)) {
    const own = schema.properties?.[name]
    if (own) explain(own, field, [...path, name], defs, report)
    else explainOther(schema, name, field, path, defs, report)
  }
}

function explainOther(schema: JsonSchema, name: string, value: unknown, path: Path, defs: Defs, report: Report): void {
  const matching = Object.entries(schema.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern).test(name))
  if (matching) explain(matching[1], value, [...path, name], defs, report)
  else if (typeof schema.additionalProperties === 'object')
    explain(schema.additionalProperties, value, [...path, name], defs, report)
  else if (schema.additionalProperties === false || schema.patternProperties) {
    const hint = didYouMean(name, Object.keys(schema.properties ?? {}))
    report([...path, name], `"${name}" is not a field here`, hint || fieldsOf(schema))
  }
}

function explainArray(schema: JsonSchema, value: unknown, path: Path, defs: Defs, report: Report): void {
  if (!Array.isArray(value)) {
    report(path, `${show(value)} where a list is expected`, 'write it as a list: [ … ] or lines with "- "')
    return
  }
  const { minItems = 0, maxItems = Infinity } = schema
  if (value.length < minItems || value.length > maxItems) {
    const wanted =
      minItems === maxItems
        ? `${minItems}`
        : maxItems === Infinity
          ? `at least ${minItems}`
          : `${minItems} to ${maxItems}`
    report(path, `a list of ${value.length} where ${wanted} are expected`, hintOf(schema))
  }
  if (schema.uniqueItems && new Set(value.map((item) => JSON.stringify(item))).size < value.length) {
    report(path, 'the list names something twice', 'keep one of the two')
  }
  value.forEach((item, i) => {
    explain(schema.items ?? {}, item, [...path, i], defs, report)
  })
}

function explainScalar(schema: JsonSchema, value: unknown, path: Path, report: Report): void {
  const given = typeOf(value)
  const wanted = schema.type
  if (wanted !== undefined && given !== wanted && !(wanted === 'number' && given === 'integer')) {
    const quotes = wanted === 'string' && given !== 'object' ? 'write it in quotes' : hintOf(schema)
    report(path, `${show(value)} is not a ${wanted}`, quotes)
  } else if (typeof value === 'string') {
    if (value.length < (schema.minLength ?? 0)) report(path, 'an empty text', hintOf(schema))
    else if (schema.pattern && !new RegExp(schema.pattern).test(value)) {
      report(path, `${show(value)} is not written as it must be`, hintOf(schema) || `it must match ${schema.pattern}`)
    }
  } else if (typeof value === 'number') {
    const { minimum = -Infinity, maximum = Infinity } = schema
    if (value < minimum || value > maximum) report(path, `${value} is outside ${minimum} to ${maximum}`, hintOf(schema))
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function hintOf(schema: JsonSchema | undefined): string {
  return schema?.description ?? (schema?.pattern ? `it must match ${schema.pattern}` : '')
}

function fieldsOf(schema: JsonSchema): string {
  return `fields: ${Object.keys(schema.properties ?? {}).join(', ')}`
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
