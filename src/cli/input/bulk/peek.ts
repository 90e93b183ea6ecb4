import { chunksOf } from '../chunks.ts'
import { decode } from '../decode.ts'

/** Begins a resource that is not a Bundle, with its type in front, as nearly all writers have it. */
const RESOURCE = /^\{\s*"resourceType"\s*:\s*"(?!Bundle"|Parameters")[A-Z]/

/**
 * Do the first lines hold a FHIR resource each? A Bundle a line is a person a line, and is none of these.
 * Example: `beginsWithResource(Buffer.from('{"resourceType":"Patient"}\n'))` is true.
 */
export function beginsWithResource(bytes: Uint8Array): boolean {
  const line = decode(bytes, '').text.trimStart().split('\n', 1)[0]?.trim() ?? ''
  return RESOURCE.test(line) || RESOURCE.test(reordered(line))
}

function reordered(line: string): string {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || !('resourceType' in value)) return ''
    return JSON.stringify({ resourceType: value.resourceType })
  } catch {
    return ''
  }
}

/** The same for a file by its name; what cannot be read is none. */
export async function holdsResources(name: string): Promise<boolean> {
  if (!/\.(ndjson|jsonl)(\.gz)?$/i.test(name)) return false
  try {
    for await (const chunk of chunksOf(name, undefined)) return beginsWithResource(chunk)
  } catch {
    // Whoever reads the file tells what is wrong with it.
  }
  return false
}
