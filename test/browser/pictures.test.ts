import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { PICTURES, takeAll } from '../support/pictures.ts'

/**
 * The pictures of the page in the docs: there, light to load, and used. With `PICTURES=1` they are taken anew, which is
 * for a person to look at: browsers draw letters a little differently, so that they are not compared.
 */
const root = new URL('../../', import.meta.url)
const text = (path: string) => readFileSync(fileURLToPath(new URL(path, root)), 'utf8')

it('stand in the docs, are light, and are shown with words for who cannot see them', { timeout: 120_000 }, async () => {
  if (process.env.PICTURES) await takeAll()
  const shown = text('README.md') + text('docs/do/open-the-page.md') + text('docs/do/use-the-companion.md')
  for (const { name } of PICTURES) {
    const path = fileURLToPath(new URL(`docs/images/${name}.png`, root))
    expect(existsSync(path), name).toBe(true)
    expect(statSync(path).size, name).toBeLessThan(200_000)
    expect(shown, name).toMatch(new RegExp(`!\\[[^\\]]{20,}\\]\\([./a-z]*images/${name}\\.png\\)`))
  }
})
