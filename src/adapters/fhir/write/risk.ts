import type { RiskView } from '../../../schema/assessment-care.ts'
import { type Paper, some, words } from './paper.ts'

/** Each count of risk factors as a RiskAssessment: an interval in words, and never a probability. */
export function addRisks(paper: Paper): void {
  for (const risk of paper.assessment.risk ?? []) addRisk(paper, risk)
}

function addRisk(paper: Paper, risk: RiskView): void {
  const { low, high, of, band } = risk
  const count = low === high ? `${low}` : `${low} to ${high}`
  const said = band && (band.low === band.high ? `, ${band.low}` : `, ${band.low} to ${band.high}`)
  const factors = risk.factors.map(({ label, value }) => `${label}: ${value === 'unknown' ? 'not stated' : value}`)
  paper.add(`risk/${risk.id}/${risk.at}`, {
    resourceType: 'RiskAssessment',
    status: 'preliminary',
    method: words(risk.title),
    subject: paper.subject,
    occurrenceDateTime: paper.day,
    performer: paper.device,
    prediction: [
      {
        outcome: words(risk.at === 'diagnosis' ? 'Risk factors at diagnosis' : 'Risk factors now'),
        qualitativeRisk: words(`${count} of ${of} factors${said ?? ''}`),
        rationale: factors.join('; '),
      },
    ],
    note: some([
      ...(band?.says === undefined ? [] : [paper.note(band.says, risk.sources, risk.proposal)]),
      ...risk.validation.map(({ says, sources, proposal }) => paper.note(says, sources, proposal)),
    ]),
  })
}
