import { readFileSync } from 'node:fs'

interface Codes {
  readonly systems: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** Every code that the vocabulary knows, whatever its system. */
export function wantedCodes(): ReadonlySet<string> {
  const file = new URL('../../../dist/knowledge/codes.json', import.meta.url)
  const { systems }: Codes = JSON.parse(readFileSync(file, 'utf8'))
  return new Set(Object.values(systems).flatMap((codes) => Object.keys(codes)))
}
