import { useCase } from '../../state/context.ts'
export function ReadingTab() {
  return (
    <div className="leaf-page">
      <h1>{useCase(({ reading }) => reading.assessment.conclusion.statement)}</h1>
    </div>
  )
}
