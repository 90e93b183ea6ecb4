import { readdirSync, statSync } from 'node:fs'
import { UsageError } from './io.ts'

/** A folder that files are written into: that it is a file, or holds something and is not forced, is wrong usage. */
export function checkFolder(folder: string, force: boolean): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found && !found.isDirectory()) throw new UsageError(`${folder} is a file: name a folder`)
  if (found && !force && readdirSync(folder).length > 0)
    throw new UsageError(`${folder} is not empty: name another folder, or --force writes over files of the same name`)
}
