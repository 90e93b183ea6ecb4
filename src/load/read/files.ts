import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of `knowledge/`: path below it with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** All YAML files below a folder, in the order of their paths. Throws where the folder cannot be read. */
export function filesOf(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.ya?ml$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}
