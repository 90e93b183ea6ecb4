import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** The typefaces by the licence in their packages, their style sheets, and of each the parts the pages are written in. */
const SERIF = require.resolve('@fontsource-variable/source-serif-4/LICENSE')
const SANS = require.resolve('@fontsource-variable/source-sans-3/LICENSE')
const SIGNS = require.resolve('@fontsource-variable/open-sans/LICENSE')
const LETTERS = ['latin', 'latin-ext', 'greek']
const FACES = [
  [SERIF, 'opsz.css', LETTERS],
  [SERIF, 'wght-italic.css', LETTERS],
  [SANS, 'wght.css', LETTERS],
  // No part of the two holds ≥ ≤ ⁹ or →.
  [SIGNS, 'wght.css', ['math', 'symbols']],
] as const

/** Typefaces as they are put into the site: one style sheet, and the files it and their licences ask for. */
export interface Fonts {
  readonly css: string
  /** Where each file comes from, by its name in the site. */
  readonly files: ReadonlyMap<string, string>
}

/** Takes the faces out of the packages. Throws where a package has no such part. */
export function fonts(): Fonts {
  const files = new Map<string, string>()
  const rules = FACES.flatMap(([licence, sheet, parts]) => {
    const folder = dirname(licence)
    const name = basename(folder)
    files.set(`LICENSE-${name}.txt`, licence)
    const css = readFileSync(join(folder, sheet), 'utf8')
    return parts.map((part) => {
      const rule = new RegExp(`/\\* ${name}-${part}-[a-z]+-[a-z]+ \\*/\\s*(@font-face \\{[^}]*\\})`).exec(css)?.[1]
      const file = rule && /url\(\.\/files\/([^)]+)\)/.exec(rule)?.[1]
      if (!rule || !file) throw new Error(`${name}/${sheet} has no part "${part}"`)
      files.set(file, join(folder, 'files', file))
      return rule.replace('./files/', '')
    })
  })
  return { css: `${rules.join('\n')}\n`, files }
}
