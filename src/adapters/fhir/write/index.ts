import type { Bundle, Device, Patient } from 'fhir/r4.js'
import type { Engine } from '../../../core/engine.ts'
import type { Assessment } from '../../../schema/assessment.ts'
import { addIssues } from './issues.ts'
import { Paper, words } from './paper.ts'
import { addPlan } from './plan.ts'
import { addQuestionnaire } from './questionnaire.ts'
import { addReport } from './report.ts'
import { addRisks } from './risk.ts'

/** A FHIR Bundle as plain data. */
export type FhirBundle = Readonly<Record<string, unknown>> & { readonly resourceType: 'Bundle' }

/**
 * Writes an assessment as a FHIR R4 Bundle: a preliminary DiagnosticReport with an Observation for each criteria set,
 * RiskAssessments, DetectedIssues for red flags and cautions, a draft CarePlan with ServiceRequests as proposals, a
 * Questionnaire for what is missing, and the Provenance of it all. `recorded` is the instant of writing (ISO 8601 with a
 * time zone); the engine has no clock. The same arguments give the same Bundle.
 * Example: `writeFhir(assess(engine, record, options), engine, new Date().toISOString()).entry`.
 */
export function writeFhir(assessment: Assessment, engine: Engine, recorded: string): FhirBundle {
  const paper = new Paper(assessment, engine)
  paper.add('Patient', patientOf(assessment))
  paper.add('Device', deviceOf(assessment))
  addReport(paper)
  addRisks(paper)
  addIssues(paper)
  addPlan(paper)
  addQuestionnaire(paper)
  const target = paper.sheets
    .filter(({ resource }) => resource.resourceType !== 'Patient' && resource.resourceType !== 'Device')
    .map(({ fullUrl }) => ({ reference: fullUrl }))
  paper.add('Provenance', {
    resourceType: 'Provenance',
    target,
    recorded,
    activity: words('computed from the record by rules; not reviewed by a clinician'),
    agent: [{ type: words('software'), who: paper.device }],
  })
  const bundle: Bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: recorded,
    entry: paper.sheets.map(({ fullUrl, resource }) => ({ fullUrl, resource })),
  }
  return plain(bundle)
}

function patientOf({ subject }: Assessment): Patient {
  const gender = subject.sex === 'male' || subject.sex === 'female' ? subject.sex : undefined
  return { resourceType: 'Patient', identifier: [{ system: 'urn:scansion:record', value: subject.id }], gender }
}

/** Both versions: another version of the knowledge may come to another verdict. */
function deviceOf({ engine, knowledge }: Assessment): Device {
  return {
    resourceType: 'Device',
    deviceName: [{ name: 'Scansion', type: 'user-friendly-name' }],
    type: words('clinical decision support software'),
    version: [
      { type: words('engine'), value: engine.version },
      { type: words('knowledge'), value: knowledge.version },
    ],
  }
}

/** Without the fields that are not stated, as JSON leaves them out. */
function plain(bundle: Bundle): FhirBundle {
  return JSON.parse(JSON.stringify(bundle))
}
