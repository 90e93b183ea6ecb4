import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

/**
 * Leaves of a typeface only the signs the page has use for: it is there for a handful that the text faces lack.
 * Example: `plugins: [subset(/open-sans-math/, '≥≤')]`.
 */
export function subset(wanted: RegExp, signs: string): Plugin {
  return {
    name: 'scansion-subset',
    apply: 'build',
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !wanted.test(file.fileName)) continue
        file.source = await subsetFont(Buffer.from(file.source), signs, { targetFormat: 'woff2' })
      }
    },
  }
}
