import { readFileSync } from 'node:fs'
import type { Knowledge } from '../schema/engine.ts'

/**
 * Reads a compiled `engine.json`. Throws where the file is not there or is none of ours: an installed package without
 * it is broken. Example: `createEngine(readEngineFile('dist/knowledge/engine.json'))`.
 */
export function readEngineFile(path: string): Knowledge {
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (!isKnowledge(content))
    throw new Error(`${path} is not a compiled knowledge file; build it again with npm run build`)
  return content
}

// The file is our own output, written in the same build: its parts are looked for, not checked one by one.
function isKnowledge(content: unknown): content is Knowledge {
  const parts = [
    'version',
    'findings',
    'rules',
    'measured',
    'confounders',
    'workup',
    'conflicts',
    'sources',
    'phrases',
    'settings',
  ]
  return typeof content === 'object' && content !== null && parts.every((part) => part in content)
}
