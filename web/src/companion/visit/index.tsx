import { visitSheet } from '../../../../src/documents/visit-sheet.ts'
import { Words } from '../../../../src/documents/words.ts'
import en from '../../../words/en/companion.json'
import { useTitle } from '../../frame/title.ts'
import { useWords } from '../../words/words.ts'
import type { RoomProps } from '../guide/guide.tsx'
import { useMine } from '../state/mine.ts'
import './visit.css'

/** The sheet for a visit as it will lie on paper: what is known is filled in, the rest is lines to write on. */
export default function Visit({ file, stage, person }: RoomProps) {
  const say = useWords('companion', en)
  const { chosen, asked, phone, emergency } = useMine(({ kept }) => kept)
  const words = new Words(file)
  const sheet = visitSheet(file, stage, person)
  useTitle(sheet.title)
  const own = [...chosen.filter((id) => words.has(id)).map((id) => words.say(id)), ...asked]
  const filled = new Map<string, readonly string[]>()
  if (own.length > 0) filled.set(words.say('guide.visit-sheet.questions'), own)
  const numbers = [phone, emergency].map((number) => number.trim()).filter((number) => number !== '')
  if (numbers.length > 0) filled.set(words.say('guide.visit-sheet.call'), numbers)
  return (
    <div className="co-in co-sheet">
      <p className="co-actions no-print">
        <button type="button" className="co-button ink" onClick={() => print()}>
          {say('visit.print')}
        </button>
        <a className="co-button" href={`#/companion/${stage}/ask`}>
          {say('visit.change')}
        </a>
        <a className="co-button" href={`#/companion/${stage}`}>
          {say('back')}
        </a>
      </p>
      <p className="co-aside no-print">{say('visit.on-screen')}</p>
      <article>
        <h1 id="companion-title" tabIndex={-1}>
          {sheet.title}
        </h1>
        {sheet.lead ? <p className="co-lead">{sheet.lead.text}</p> : null}
        {sheet.blocks.map((block) =>
          block.kind === 'paragraph' ? (
            <p key={block.text} className="how">
              {block.text}
            </p>
          ) : block.kind === 'fields' ? (
            <dl key="fields" className="co-fields">
              {block.items.map(({ label, known, lines }) => (
                <Field key={label} label={label} known={filled.get(label) ?? known} lines={lines} />
              ))}
            </dl>
          ) : null,
        )}
        <p className="co-foot">
          {sheet.foot.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      </article>
    </div>
  )
}

/** Room to write: at most so many lines. */
const RULES = ['first', 'second', 'third'] as const

/** Lines below this length stand two by two. */
const SHORT = 46

interface FieldProps {
  readonly label: string
  readonly known: readonly string[]
  readonly lines: number
}

function Field({ label, known, lines }: FieldProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className={known.length > 3 && known.every((line) => line.length < SHORT) ? 'pair' : ''}>
          {known.map((line) => (
            <span key={line} className="known">
              {line}
            </span>
          ))}
        </span>
        {RULES.slice(0, lines).map((line) => (
          <span key={line} className="rule" />
        ))}
      </dd>
    </div>
  )
}
