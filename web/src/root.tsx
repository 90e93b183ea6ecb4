import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { WordsFile } from '../../src/load/files/words.ts'
import { App } from './app.tsx'
import { loadNames, named } from './knowledge/names.ts'
import { TableContext } from './state/context.ts'
import { settings } from './state/settings.ts'
import type { Store } from './state/store.ts'

/** The page with its store, and with the names of findings in the reader's language. */
export function Root({ store, words }: { readonly store: Store; readonly words: WordsFile }) {
  const language = useStore(settings, (state) => state.language)
  const [own, setOwn] = useState(words)
  useEffect(() => {
    let wanted = true
    loadNames(language).then((names) => {
      if (wanted) setOwn(named(words, names))
    })
    return () => {
      wanted = false
    }
  }, [language, words])
  return (
    <TableContext value={{ store, words: own }}>
      <App />
    </TableContext>
  )
}
