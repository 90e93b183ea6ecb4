import { useId } from 'react'
import type { Block, Document, Section } from '../../../../src/documents/blocks.ts'
import { Words } from '../../../../src/documents/words.ts'
import type { GuideFile } from '../../../../src/schema/index.ts'
import en from '../../../words/en/companion.json'
import { useWords } from '../../words/words.ts'
import { keep, useMine } from '../state/mine.ts'
import { Blocks, drawn } from './blocks.tsx'
import { meaningsOf } from './meanings.ts'
import { MeaningsContext } from './told.tsx'

interface Props {
  readonly file: GuideFile
  readonly document: Document
  readonly section: Section
}

/** Whom to call and how soon, in three columns, and the number of the own team. */
export function Call({ file, document, section }: Props) {
  const say = useWords('companion', en)
  const words = new Words(file)
  const last = section.blocks.at(-1)
  // The line with room to write a number by hand: here the numbers are typed.
  const own = (block: Block) =>
    block === last ? (
      <div key="numbers" className="co-numbers">
        <p>{words.say('guide.red-flag-symptoms.country', { number: '' })}</p>
        <div className="co-number-pair">
          <NumberField label={say('call.emergency')} of="emergency" />
          <NumberField label={say('call.number')} of="phone" />
        </div>
        <p className="co-aside">{say('call.number.note')}</p>
      </div>
    ) : (
      drawn(block)
    )
  return (
    <MeaningsContext value={meaningsOf(document, section)}>
      <Blocks blocks={section.blocks} own={own} />
    </MeaningsContext>
  )
}

function NumberField({ label, of }: { readonly label: string; readonly of: 'phone' | 'emergency' }) {
  const number = useMine(({ kept }) => kept[of])
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="co-phone"
        type="tel"
        autoComplete="off"
        maxLength={40}
        value={number}
        onChange={({ target }) => keep(() => ({ [of]: target.value }))}
      />
    </div>
  )
}
