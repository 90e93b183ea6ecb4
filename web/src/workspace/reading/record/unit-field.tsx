import { useState } from 'react'
import { acceptedUnits } from '../../../../../src/core/units.ts'
import en from '../../../../words/en/record.json'
import { useCase } from '../../../state/context.ts'
import { useWords } from '../../../words/words.ts'
import { Field, Pick } from './field.tsx'
import { sayUnit } from './names.ts'

interface Props {
  readonly id: string
  readonly value: string
  readonly onPick: (unit: string) => void
  readonly first?: boolean
}

const OTHER = '\u0000'

/** The unit that the laboratory printed: one that can become the unit of the key, or any other, which stays uncounted. */
export function UnitField({ id, value, onPick, first }: Props) {
  const say = useWords('record', en)
  const unit = useCase((state) => state.engine.knowledge.findings[id]?.unit ?? '')
  const accepted = acceptedUnits(id, unit)
  const [other, setOther] = useState(false)
  if (other) {
    return (
      <Field
        label={say('field.unit')}
        value={value}
        first={first ?? false}
        onCommit={(text) => {
          setOther(false)
          onPick(text)
        }}
      />
    )
  }
  const own = value === '' || accepted.includes(value) ? [] : [value]
  return (
    <Pick
      label={say('field.unit')}
      value={value}
      first={first ?? false}
      options={[
        ['', say('unit.choose')],
        ...[...own, ...accepted].map((code) => [code, sayUnit(code) || say('unit.none')] as const),
        [OTHER, say('unit.other')],
      ]}
      onPick={(text) => (text === OTHER ? setOther(true) : onPick(text))}
    />
  )
}
