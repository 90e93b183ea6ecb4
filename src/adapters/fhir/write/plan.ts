import type { CarePlanActivity, Reference } from 'fhir/r4.js'
import type { MonitoringItem, WorkupItem } from '../../../schema/assessment-care.ts'
import { type Paper, some, words } from './paper.ts'

/**
 * Tests that are due as ServiceRequests, and with them what is watched as a CarePlan. All of it is a draft and a
 * proposal: nobody has ordered it, and Scansion never does.
 */
export function addPlan(paper: Paper): void {
  const { workup, monitoring } = paper.assessment
  const due = workup.filter(({ status }) => status === 'due' || status === 'repeat')
  const activity: CarePlanActivity[] = [
    ...due.map((item) => ({ reference: addRequest(paper, item) })),
    ...(monitoring ?? []).map((item) => watch(paper, item)),
  ]
  if (activity.length === 0) return
  paper.add('CarePlan', {
    resourceType: 'CarePlan',
    status: 'draft',
    intent: 'proposal',
    title: 'To consider for this person',
    description: 'Tests in the order in which they would settle the question, and what is watched over the years.',
    subject: paper.subject,
    created: paper.day,
    author: paper.device,
    activity,
  })
}

function addRequest(paper: Paper, item: WorkupItem): Reference {
  return paper.add(`workup/${item.test}`, {
    resourceType: 'ServiceRequest',
    status: 'draft',
    intent: 'proposal',
    code: words(item.title),
    subject: paper.subject,
    authoredOn: paper.day,
    requester: paper.device,
    reasonCode: [words(item.question)],
    note: some([
      paper.note(`${item.status === 'repeat' ? 'Repeat. ' : ''}${item.why}`, item.sources, item.proposal),
      ...[...item.performance, ...item.traps].map((said) => paper.note(said.says, said.sources, said.proposal)),
    ]),
  })
}

function watch(paper: Paper, item: MonitoringItem): CarePlanActivity {
  const dates = [
    `every ${item.everyMonths} months`,
    item.last === null ? undefined : `last ${item.last}`,
    item.due === null ? undefined : `due ${item.due}`,
    item.next === null ? undefined : `next ${item.next}`,
  ]
  return {
    detail: {
      status: 'not-started',
      code: words(item.title),
      description: paper.said(item.says, item.sources, item.proposal),
      scheduledString: `${dates.filter((part) => part !== undefined).join(', ')} (${item.status})`,
    },
  }
}
