import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import en from '../../../../../words/en/record.json'
import { useWords } from '../../../../words/words.ts'
import { LineBox } from './line-box.tsx'
import { useSlash } from './use-slash.ts'
import './find.css'

/** The typed line as it came, and what stood in the box that it takes the place of. */
interface Came {
  readonly TypedLine: typeof import('./typed-line.tsx').TypedLine
  readonly focused: boolean
  readonly entered: readonly string[]
}

/**
 * Type a finding, a value or a test: the fastest way through the record. The box stands at once; what reads it is
 * fetched when the verdict has been drawn, or when somebody goes there, and takes over what was typed until then.
 */
export function Find() {
  const say = useWords('record', en)
  const [text, setText] = useState('')
  const [came, setCame] = useState<Came>()
  const [failed, setFailed] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const entered = useRef<string[]>([])
  useSlash(input)

  const fetchLine = useCallback(
    () =>
      import('./typed-line.tsx').then(
        ({ TypedLine }) =>
          setCame((before) => {
            const focused = document.activeElement === input.current
            return before ?? { TypedLine, focused, entered: entered.current }
          }),
        () => setFailed(true),
      ),
    [],
  )
  useEffect(() => {
    // Not every browser tells when it is idle.
    const later = window.requestIdleCallback ?? ((then: () => void) => window.setTimeout(then, 200))
    const forget = window.cancelIdleCallback ?? window.clearTimeout
    const waiting = later(fetchLine)
    return () => forget(waiting)
  }, [fetchLine])

  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Enter' || text.trim() === '') return
    entered.current.push(text)
    setText('')
  }

  return (
    <div className="find no-print">
      {came ? (
        <came.TypedLine input={input} text={text} onText={setText} focused={came.focused} entered={came.entered} />
      ) : (
        <>
          <LineBox>
            {(box) => (
              <input
                {...box}
                ref={input}
                type="text"
                autoComplete="off"
                value={text}
                onChange={({ target }) => setText(target.value)}
                onFocus={fetchLine}
                onKeyDown={onKeyDown}
              />
            )}
          </LineBox>
          <p className="find-done" role="status">
            {say(failed ? 'find.failed' : 'find.hint')}
          </p>
        </>
      )}
    </div>
  )
}
