import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './docs.ts'

/** Builds the site by the command that `npm run docs` runs, into a folder of its own; the caller removes it. */
export function builtSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scansion-site-'))
  execFileSync(process.execPath, ['dist/docs/site/write.js', folder], { cwd: ROOT, stdio: 'pipe' })
  return folder
}
