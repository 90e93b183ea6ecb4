import { readFileSync } from 'node:fs'

/** The version of the package, from its `package.json`. */
export function version(): string {
  const content: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const found = typeof content === 'object' && content !== null && 'version' in content ? content.version : undefined
  return typeof found === 'string' ? found : 'unknown'
}
