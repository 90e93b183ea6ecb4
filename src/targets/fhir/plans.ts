import type { Compiled, Schedule } from '../../schema/index.ts'
import type { Paper, Resource } from './resource.ts'
import { applies, monitoringRule, RULES } from './rules.ts'

const PROTOCOL = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/plan-definition-type', code: 'clinical-protocol' }],
}

/** Every test as something to propose: never an order. */
export function activities(paper: Paper): readonly Resource[] {
  return Object.entries(paper.engine.knowledge.workup).map(([id, { title, question, sources, proposal }]) =>
    paper.resource('ActivityDefinition', id, title, {
      description: `${question}${proposal ? " Scansion's own proposal." : ''}`,
      kind: 'ServiceRequest',
      intent: 'proposal',
      code: { text: title },
      ...paper.cited(sources),
    }),
  )
}

/** The tests in their order, step after step, where something gives a reason to look for POEMS syndrome. */
export function workupPlan(paper: Paper): Resource {
  const { workup, settings, rules } = paper.engine.knowledge
  const tests = Object.entries(workup).sort(([, a], [, b]) => a.step - b.step || a.order - b.order)
  const steps = [...new Set(tests.map(([, { step }]) => step))]
  const reason = rules[settings.indication]?.title ?? settings.indication
  return paper.resource('PlanDefinition', 'work-up', 'Work-up of a suspicion of POEMS syndrome', {
    type: PROTOCOL,
    description: 'Which test answers what, and in which order. A test whose answer is known is not needed again.',
    library: [paper.canonical('Library', RULES)],
    action: steps.map((step, i) => ({
      id: `step-${step}`,
      title: `Step ${step}`,
      condition: [applies(settings.indication, reason)],
      ...(i > 0 && { relatedAction: [{ actionId: `step-${steps[i - 1]}`, relationship: 'after' }] }),
      groupingBehavior: 'logical-group',
      selectionBehavior: 'any',
      action: tests
        .filter(([, test]) => test.step === step)
        .map(([id, { title, question, sources }]) => ({
          id,
          title,
          description: question,
          ...(sources && sources.length > 0 && { documentation: paper.artifacts(sources) }),
          definitionCanonical: paper.canonical('ActivityDefinition', id),
        })),
    })),
  })
}

/** Which test how often, by the phase of the disease. */
export function monitoringPlan(paper: Paper): Resource {
  const { workup, care } = paper.engine.knowledge
  return paper.resource('PlanDefinition', 'monitoring', 'Follow-up of POEMS syndrome', {
    type: PROTOCOL,
    description: 'Which test how often, by phase. A schedule with a condition is for those for whom it holds.',
    library: [paper.canonical('Library', RULES)],
    action: Object.entries(care.monitoring).map(
      ([id, { title, says, when, sources, proposal, tests, covers, ...rest }]) => ({
        id,
        title,
        description: `${says}${proposal ? " Scansion's own proposal." : ''}`,
        ...(when && { condition: [applies(monitoringRule(id), says)] }),
        ...(sources && sources.length > 0 && { documentation: paper.artifacts(sources) }),
        groupingBehavior: 'logical-group',
        selectionBehavior: 'at-most-one',
        action: [...phasesOf(rest['every-months']), ...spacedOf(id, rest.extension)].map(
          ({ name, words, months, ...more }) => ({
            id: `${id}.${name}`,
            title: `${title}, ${name}`,
            ...more,
            textEquivalent: words,
            timingTiming: { repeat: { frequency: 1, period: months, periodUnit: 'mo' } },
            groupingBehavior: 'logical-group',
            selectionBehavior: covers === 'any' ? 'one-or-more' : 'all',
            action: tests.map((test) => ({
              id: `${id}.${name}.${test}`,
              title: workup[test]?.title ?? test,
              ...(workup[test] && { definitionCanonical: paper.canonical('ActivityDefinition', test) }),
            })),
          }),
        ),
      }),
    ),
  })
}

/** One interval of a schedule. */
interface Interval {
  readonly name: string
  readonly words: string
  readonly months: number
  readonly description?: string
  readonly relatedAction?: readonly object[]
}

function phasesOf(every: Readonly<Record<string, number>>): readonly Interval[] {
  return Object.entries(every).map(([name, months]) => ({
    name,
    words: `Every ${months} months while ${name}`,
    months,
  }))
}

/** Intervals that may be spaced after years of remission: offered while the visits were kept, and not decided here. */
function spacedOf(id: string, extension: Compiled<Schedule>['extension']): readonly Interval[] {
  if (extension === undefined) return []
  const { steps, says, proposal } = extension
  return steps.map((step) => {
    const { 'after-years': years, 'every-months': months } = step
    return {
      name: `remission-from-year-${years}`,
      description: `${says}${proposal ? " Scansion's own proposal." : ''}`,
      words: `Every ${months} months from ${years} years of remission on, where at least ${extension['visits-done-percent']} % of the visits before were kept`,
      months,
      relatedAction: [
        {
          actionId: `${id}.remission-early`,
          relationship: 'after-start',
          offsetDuration: { value: years, unit: 'a', system: 'http://unitsofmeasure.org', code: 'a' },
        },
      ],
    }
  })
}
