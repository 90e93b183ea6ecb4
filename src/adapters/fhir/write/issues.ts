import type { DetectedIssue } from 'fhir/r4.js'
import type { CautionOfDrug } from '../../../schema/assessment-care.ts'
import { type Paper, words } from './paper.ts'

/** Red flags and cautions as DetectedIssues; a caution whose state the record does not tell says what to check. */
export function addIssues(paper: Paper): void {
  const { redFlags, treatment } = paper.assessment
  if (redFlags.value === true && redFlags.quiet === undefined) {
    for (const { id, level, statement, sources, proposal } of redFlags.reasons) {
      addIssue(paper, `red-flag/${id}`, {
        code: words('Red flag: treated as something else'),
        severity: level === 'high' ? 'high' : 'moderate',
        detail: paper.said(statement.text, sources, proposal),
      })
    }
  }
  const drugs = [
    ...(treatment?.cautions ?? []).map(({ drug, title, cautions }) => ({ id: drug, title, cautions })),
    ...(treatment?.options ?? []).map(({ regimen, title, cautions }) => ({ id: regimen, title, cautions })),
  ]
  for (const { id, title, cautions } of drugs) {
    for (const caution of cautions) {
      addIssue(paper, `caution/${id}/${caution.id}`, {
        code: words(`Caution: ${title}`),
        detail: detailOf(paper, caution),
      })
    }
  }
}

function detailOf(paper: Paper, { says, state, check, sources, proposal }: CautionOfDrug): string {
  const said = paper.said(says, sources, proposal)
  if (state === 'applies') return said
  return `Check: ${check ?? 'the record does not say whether this applies'}. ${said}`
}

function addIssue(paper: Paper, name: string, issue: Partial<DetectedIssue>): void {
  paper.add(name, {
    ...issue,
    resourceType: 'DetectedIssue',
    status: 'preliminary',
    patient: paper.subject,
    identifiedDateTime: paper.day,
    author: paper.device,
  })
}
