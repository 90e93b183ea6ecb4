import { useEffect, useState } from 'react'
import { type Replay, replay } from '../../../../../src/assess/index.ts'
import { parseDay } from '../../../../../src/core/index.ts'
import { useCase } from '../../../state/context.ts'
import type { Sheet } from '../../../state/sheet.ts'

/** A replay reads the record once for each of its days: it waits until the hands rest, and is kept for its sheet. */
const REST = 250
const made = new WeakMap<Sheet, Replay>()

export interface Replayed {
  readonly replay?: Replay
  /** It is of the record as it was a moment ago. */
  readonly stale: boolean
}

/** The replay of the record on the table; the one before is shown until it is made. */
export function useReplay(): Replayed {
  const sheet = useCase(({ reading }) => reading.sheet)
  const record = useCase(({ reading }) => reading.record)
  const engine = useCase((state) => state.engine)
  const today = useCase((state) => state.today)
  const [last, setLast] = useState<Replay>()
  useEffect(() => {
    const known = made.get(sheet)
    if (known) {
      setLast(known)
      return
    }
    let idle: number | undefined
    const timer = setTimeout(() => {
      idle = whenIdle(() => {
        const fresh = replay(engine, record, parseDay(today)?.to ?? Number.POSITIVE_INFINITY)
        made.set(sheet, fresh)
        setLast(fresh)
      })
    }, REST)
    return () => {
      clearTimeout(timer)
      if (idle !== undefined) notIdle(idle)
    }
    // `record` is read from `sheet` and differs in nothing that matters here when only the day of reading changes.
  }, [sheet, engine, today, record])
  const known = made.get(sheet)
  const shown = known ?? last
  return { ...(shown && { replay: shown }), stale: known === undefined }
}

// Safari has no idle callback.
const canIdle = typeof requestIdleCallback === 'function'
const whenIdle = (work: () => void): number =>
  canIdle ? requestIdleCallback(work, { timeout: 1000 }) : window.setTimeout(work, 0)
const notIdle = (handle: number): void => (canIdle ? cancelIdleCallback(handle) : clearTimeout(handle))
