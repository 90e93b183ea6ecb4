import type { Observation, Reference } from 'fhir/r4.js'
import type { CriteriaResult } from '../../../schema/assessment.ts'
import type { FactView, TreeView } from '../../../schema/view.ts'
import { type Paper, some, words } from './paper.ts'

const VERDICTS = { met: 'met', 'not-met': 'not met', undetermined: 'undetermined' } as const

/**
 * The conclusion as a DiagnosticReport with an Observation for each criteria set. Both are preliminary: no clinician has
 * looked at them. No diagnosis is coded, for a met set is a pattern and not a diagnosis.
 */
export function addReport(paper: Paper): void {
  const { conclusion, criteria } = paper.assessment
  const results = criteria.map((set) => addVerdict(paper, set))
  paper.add('DiagnosticReport', {
    resourceType: 'DiagnosticReport',
    status: 'preliminary',
    code: words('POEMS syndrome: what the record adds up to'),
    subject: paper.subject,
    effectiveDateTime: paper.day,
    result: some(results),
    conclusion: conclusion.statement,
  })
}

function addVerdict(paper: Paper, set: CriteriaResult): Reference {
  const grade = set.grade === undefined ? '' : `, ${set.grade} evidence`
  const missing = set.missing.map(({ label, question }) => question ?? label)
  const cautions = [...(set.gradeReasons ?? []), ...(set.cautions ?? [])]
  const notes = [
    ...factsOf(set.tree).map((fact) => ({ text: `${fact.label}: ${fact.says}, ${fact.date} (${fact.at})` })),
    ...cautions.map(({ statement, sources, proposal }) => paper.note(statement.text, sources, proposal)),
    ...(missing.length > 0 ? [{ text: `Not stated in the record: ${missing.join('; ')}` }] : []),
    { text: `Criteria: ${paper.cite(set.sources)}. Review of this rule: ${set.review}.` },
  ]
  const observation: Observation = {
    resourceType: 'Observation',
    status: 'preliminary',
    code: words(set.title),
    subject: paper.subject,
    effectiveDateTime: paper.day,
    device: paper.device,
    valueCodeableConcept: words(`${VERDICTS[set.value]}${grade}`),
    note: notes,
  }
  return paper.add(`criteria/${set.id}`, observation)
}

/** The facts that carry a tree, each once, in the order of the tree. */
function factsOf(tree: TreeView, seen = new Map<string, FactView>()): readonly FactView[] {
  for (const fact of tree.facts) seen.set(`${fact.key}|${fact.at}`, fact)
  for (const member of tree.of) factsOf(member, seen)
  return [...seen.values()]
}
