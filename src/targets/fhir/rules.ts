import { createEngine } from '../../core/index.ts'
import { type CqlLibrary, cqlFhirLibrary } from '../cql/index.ts'
import type { Paper, Resource } from './resource.ts'

export const RULES = 'scansion-rules'
const NAME = 'ScansionRules'

/** The rule that says whether a schedule of the follow-up is for a person. */
export function monitoringRule(id: string): string {
  return `monitoring-${id}`
}

/** All that the package asks in one library: the criteria, the reasons to look, red flags, and who needs which follow-up. */
export function rulesLibrary({ engine, options }: Paper): CqlLibrary {
  const { knowledge } = engine
  const { criteria, indication, redFlags } = knowledge.settings
  const conditions = Object.entries(knowledge.care.monitoring).flatMap(([id, { title, when, sources }]) =>
    when === undefined ? [] : [{ id: monitoringRule(id), title, sources: sources ?? [], when }],
  )
  const rules = { ...knowledge.rules, ...Object.fromEntries(conditions.map((rule) => [rule.id, rule])) }
  const asked = [...new Set([...criteria, indication, ...redFlags]), ...conditions.map(({ id }) => id)]
  return cqlFhirLibrary(createEngine({ ...knowledge, rules }), asked, NAME, options)
}

/** A library of CQL as a resource, with its text. */
export function libraryResource(
  paper: Paper,
  library: CqlLibrary,
  id: string,
  title: string,
  description: string,
): Resource {
  return {
    ...paper.resource('Library', id, title, {
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/library-type', code: 'logic-library' }] },
      subjectCodeableConcept: {
        coding: [{ system: 'http://hl7.org/fhir/resource-types', code: 'Patient' }],
      },
      description,
      content: [{ contentType: 'text/cql', data: paper.options.base64(library.text), title: `${library.name}.cql` }],
    }),
    name: library.name,
  }
}

/** A condition of an action: a define of the library. */
export function applies(rule: string, description: string): object {
  return { kind: 'applicability', expression: { description, language: 'text/cql-identifier', expression: rule } }
}
