import { valueWord } from '../../../../../src/core/index.ts'
import en from '../../../../words/en/record.json'
import { useCase } from '../../../state/context.ts'
import { useWords } from '../../../words/words.ts'

interface Props {
  readonly id: string
  readonly value: string | undefined
  readonly onChoose: (value: string | undefined) => void
}

/** One of few values, or not stated. */
export function Choice({ id, value, onChoose }: Props) {
  const say = useWords('record', en)
  const engine = useCase((state) => state.engine)
  return (
    <select
      className="row-choice"
      aria-labelledby={`name-${id}`}
      value={value ?? ''}
      onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}
    >
      <option value="">{say('state.open')}</option>
      {engine.knowledge.findings[id]?.values?.map((option) => (
        <option key={option} value={option}>
          {valueWord(engine, id, option)}
        </option>
      ))}
    </select>
  )
}
