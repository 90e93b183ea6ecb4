import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A TypeScript file, for what it says with phrases. */
export interface CodeFile {
  readonly path: string
  readonly text: string
}

/** The TypeScript below a folder without its tests; nothing where there is no such folder (an installed package). */
export function codeIn(folder: string): CodeFile[] {
  let paths: string[]
  try {
    paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch {
    return []
  }
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.includes('node_modules/'))
    .sort()
    .map((path) => ({ path: `src/${path}`, text: readFileSync(join(folder, path), 'utf8') }))
}
