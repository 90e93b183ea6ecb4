import { useCase } from '../../../state/context.ts'

/** The verdict: the head of the right page. */
export function Verdict() {
  return <h1>{useCase(({ reading }) => reading.assessment.conclusion.statement)}</h1>
}
