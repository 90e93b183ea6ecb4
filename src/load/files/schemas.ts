import { Assessment, AuthoredRecord } from '../../schema/index.ts'
import { KINDS } from '../kinds.ts'

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }
type JsonObject = { readonly [name: string]: Json }

/**
 * The JSON Schemas by file name: `record`, `assessment`, and one for each kind of knowledge file
 * (`knowledge-rules.json` …), for editors and other programs.
 */
export function schemaFiles(): ReadonlyMap<string, JsonObject> {
  const files = new Map<string, JsonObject>([
    ['record.json', portable(AuthoredRecord)],
    ['assessment.json', portable(Assessment)],
  ])
  for (const [kind, schema] of Object.entries(KINDS)) files.set(`knowledge-${kind}.json`, portable(schema))
  return files
}

/**
 * A schema as other tools read it: definitions once, at the top, and references that point to them. TypeBox repeats the
 * definition of a node wherever one stands, each time under the same `$id`, which validators refuse.
 */
function portable(schema: object): JsonObject {
  const definitions: Record<string, Json> = {}
  // Through JSON: what TypeBox keeps beside the schema is not part of it.
  const plain: JsonObject = JSON.parse(JSON.stringify(schema))
  const own = hoistObject(plain, definitions)
  return { $schema: DIALECT, ...own, ...(Object.keys(definitions).length > 0 && { $defs: definitions }) }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hoist(value: Json, definitions: Record<string, Json>): Json {
  if (isObject(value)) return hoistObject(value, definitions)
  return Array.isArray(value) ? value.map((item: Json) => hoist(item, definitions)) : value
}

function hoistObject(value: JsonObject, definitions: Record<string, Json>): JsonObject {
  const fields: Record<string, Json> = {}
  for (const [name, item] of Object.entries(value)) {
    if (name === '$defs' && isObject(item)) {
      for (const [id, definition] of Object.entries(item)) {
        if (id in definitions || !isObject(definition)) continue
        definitions[id] = null
        const { $id: _, ...body } = definition
        definitions[id] = hoistObject(body, definitions)
      }
    } else if (name === '$ref' && typeof item === 'string' && !item.startsWith('#')) fields[name] = `#/$defs/${item}`
    else fields[name] = hoist(item, definitions)
  }
  return fields
}
