import { useMemo } from 'react'
import { afterPaint } from '../../state/after-paint.ts'
import { TableContext, useTable } from '../../state/context.ts'
import { Dock } from './dock.tsx'
import { Letters } from './letters/index.tsx'
import { Reasons } from './reasons/index.tsx'
import { Record } from './record/index.tsx'
import { useSteps } from './record/shortcuts.ts'
import { Verdict } from './verdict/index.tsx'
import './reading.css'

/** The spread: the record on the left page, what follows from it on the right. */
export function ReadingTab() {
  useSteps()
  const { store, words } = useTable()
  // The grounds are long: the verdict does not wait until they are drawn.
  const later = useMemo(() => ({ store: afterPaint(store), words }), [store, words])
  return (
    <>
      <div className="spread">
        <div className="verso spread-top">
          <Letters />
        </div>
        <div className="recto spread-top" id="verdict" tabIndex={-1}>
          <Verdict />
        </div>
        <div className="verso">
          <Record />
        </div>
        <div className="recto">
          <TableContext value={later}>
            <Reasons />
          </TableContext>
        </div>
      </div>
      <Dock />
    </>
  )
}
