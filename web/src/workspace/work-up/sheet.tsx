import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { referralSheet } from '../../../../src/documents/referral-sheet.ts'
import type { GuideFile } from '../../../../src/schema/index.ts'
import en from '../../../words/en/work-up.json'
import { loadGuide } from '../../knowledge/knowledge.ts'
import { DocumentView } from '../../parts/blocks.tsx'
import { Section } from '../../parts/section.tsx'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'

interface Props {
  /** Is the page alone on paper, or the whole of the work-up? */
  readonly alone: boolean
  readonly onAlone: (alone: boolean) => void
}

/** The referral sheet, to be read here and printed: its words are fetched when somebody asks for it. */
export function RequestSheet({ alone, onAlone }: Props) {
  const say = useWords('work-up', en)
  const reading = useCase((state) => state.reading)
  const [guide, setGuide] = useState<GuideFile>()
  const [shown, setShown] = useState(false)
  const [failed, setFailed] = useState<string>()
  useEffect(() => {
    const over = () => onAlone(false)
    addEventListener('afterprint', over)
    return () => removeEventListener('afterprint', over)
  }, [onAlone])
  const withGuide = async (then: () => void) => {
    try {
      const words = guide ?? (await loadGuide())
      // What is printed must be drawn before.
      flushSync(() => {
        setGuide(words)
        setShown(true)
        setFailed(undefined)
      })
      then()
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <Section title={say('sheet')} id="work-up-sheet" className="workup-request">
      <p className="workup-note no-print">{say('sheet.why')}</p>
      <p className="workup-choices no-print">
        <button
          type="button"
          className="button"
          aria-expanded={shown}
          onClick={() => (shown ? setShown(false) : void withGuide(() => undefined))}
        >
          {say(shown ? 'sheet.hide' : 'sheet.show')}
        </button>
        <button
          type="button"
          className="button ink"
          onClick={() =>
            void withGuide(() => {
              flushSync(() => onAlone(true))
              print()
            })
          }
        >
          {say('sheet.print')}
        </button>
        <button type="button" className="button plain" onClick={() => print()}>
          {say('list.print')}
        </button>
      </p>
      {failed === undefined ? null : (
        <p role="alert" className="ink-clash">
          {say('sheet.failed', { why: failed })}
        </p>
      )}
      {guide && shown ? (
        <div className={alone ? 'workup-sheet' : 'workup-sheet no-print'}>
          <DocumentView of={referralSheet(guide, reading)} />
        </div>
      ) : null}
    </Section>
  )
}
