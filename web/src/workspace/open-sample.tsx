import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import page from '../../words/en/page.json'
import { findSample } from '../open/samples.ts'
import { useTable } from '../state/context.ts'
import { useWords } from '../words/words.ts'

/** The address of a sample: lays it on the table and goes on to its reading. */
export function OpenSample({ id }: { readonly id: string }) {
  const say = useWords('page', page)
  const { store } = useTable()
  const [, go] = useLocation()
  const [missing, setMissing] = useState(false)
  useEffect(() => {
    let wanted = true
    findSample(id).then((sample) => {
      if (!wanted) return
      if (!sample) return setMissing(true)
      store.open(sample)
      go('/workspace/reading', { replace: true })
    })
    return () => {
      wanted = false
    }
  }, [id, store, go])
  return <p className="loading">{say(missing ? 'not-found' : 'opening')}</p>
}
