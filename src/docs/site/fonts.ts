import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** The style sheets of the typefaces, and of each the parts that the pages are written in. */
const FACES = [
  ['@fontsource-variable/source-serif-4', 'opsz.css', ['latin', 'latin-ext', 'greek']],
  ['@fontsource-variable/source-serif-4', 'wght-italic.css', ['latin', 'latin-ext', 'greek']],
  ['@fontsource-variable/source-sans-3', 'wght.css', ['latin', 'latin-ext', 'greek']],
  // No part of the two holds ≥ ≤ ⁹ or →.
  ['@fontsource-variable/open-sans', 'wght.css', ['math', 'symbols']],
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
  const rules = FACES.flatMap(([name, sheet, parts]) => {
    const folder = dirname(require.resolve(`${name}/LICENSE`))
    const short = name.slice(name.indexOf('/') + 1)
    files.set(`LICENSE-${short}.txt`, join(folder, 'LICENSE'))
    const css = readFileSync(join(folder, sheet), 'utf8')
    return parts.map((part) => {
      const rule = new RegExp(`/\\* ${short}-${part}-[a-z]+-[a-z]+ \\*/\\s*(@font-face \\{[^}]*\\})`).exec(css)?.[1]
      const file = rule && /url\(\.\/files\/([^)]+)\)/.exec(rule)?.[1]
      if (!rule || !file) throw new Error(`${name}/${sheet} has no part "${part}"`)
      files.set(file, join(folder, 'files', file))
      return rule.replace('./files/', '')
    })
  })
  return { css: `${rules.join('\n')}\n`, files }
}
