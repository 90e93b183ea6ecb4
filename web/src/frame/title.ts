import { useEffect } from 'react'
import en from '../../words/en/page.json'
import { useWords } from '../words/words.ts'

/**
 * Names the window after the screen, the narrowest word first. Never after a person: browsers keep titles in their
 * history. Example: `useTitle(say('tab.reading'))` makes it "Reading · Scansion".
 */
export function useTitle(...parts: readonly string[]): void {
  const say = useWords('page', en)
  const title = [...parts, say('name')].filter((part) => part !== '').join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
