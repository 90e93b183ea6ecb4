import type { Engine } from '../../core/index.ts'
import { questionnaire, valueSets } from './facts.ts'
import { delayMeasure, FIRST_FLAG_ID, flagLibrary } from './measure.ts'
import { activities, monitoringPlan, workupPlan } from './plans.ts'
import { type KnownCode, type PackageCode, type PackageOptions, Paper, type Resource } from './resource.ts'
import { libraryResource, RULES, rulesLibrary } from './rules.ts'

export type { KnownCode, PackageCode, PackageOptions }

const PACKAGE = 'scansion.poems'
const TITLE = 'Scansion: POEMS syndrome'
const FHIR = '4.0.1'

/** A FHIR package: the resources, and the manifest and index that tools look for. */
export interface FhirPackage {
  readonly manifest: object
  readonly index: object
  readonly resources: readonly Resource[]
  /** The libraries of CQL as text. */
  readonly cql: readonly { readonly name: string; readonly text: string }[]
}

/**
 * The rules, tests, follow-up and codes as a package of FHIR 4.0.1.
 * Example: `fhirPackage(engine, { base: "https://example.org/fhir", codes, base64 }).resources.length`.
 */
export function fhirPackage(engine: Engine, options: PackageOptions): FhirPackage {
  const paper = new Paper(engine, options)
  const library = rulesLibrary(paper)
  const flags = flagLibrary(paper)
  const content = [
    libraryResource(
      paper,
      library,
      RULES,
      'The rules of Scansion',
      'Criteria, reasons to look, red flags and conditions of the follow-up, in CQL over FHIR 4.0.1. It retrieves by the value sets of this package; its text says what it does not read.',
    ),
    libraryResource(
      paper,
      flags,
      FIRST_FLAG_ID,
      'The first red flag',
      'When the first red flag was raised, and how long the recorded diagnosis took from then, in CQL over FHIR 4.0.1: every flag is asked on each day on which something became known.',
    ),
    delayMeasure(paper),
    workupPlan(paper),
    monitoringPlan(paper),
    questionnaire(paper, library.keys),
    ...activities(paper),
    ...valueSets(paper),
  ]
  const resources = [guide(paper, content), ...content]
  return {
    manifest: {
      name: PACKAGE,
      version: versionOf(engine),
      title: TITLE,
      description: 'Criteria, work-up, follow-up and codes of POEMS syndrome. Drafted from sources; see each resource.',
      canonical: options.base,
      url: options.base,
      author: 'Scansion',
      license: 'CC-BY-4.0',
      type: 'fhir.ig',
      fhirVersions: [FHIR],
      dependencies: { 'hl7.fhir.r4.core': FHIR },
    },
    index: {
      'index-version': 1,
      files: resources.map(({ resourceType, id, url, version }) => ({
        filename: `${resourceType}-${id}.json`,
        resourceType,
        id,
        url,
        version,
      })),
    },
    resources,
    cql: [library, flags].map(({ name, text }) => ({ name, text })),
  }
}

/** Packages are numbered without what stands after the plus. */
function versionOf({ knowledge }: Engine): string {
  return knowledge.version.replace(/\+.*$/, '')
}

function guide(paper: Paper, content: readonly Resource[]): Resource {
  return paper.resource('ImplementationGuide', PACKAGE, TITLE, {
    packageId: PACKAGE,
    license: 'CC-BY-4.0',
    fhirVersion: [FHIR],
    definition: {
      resource: content.map(({ resourceType, id, title }) => ({
        reference: { reference: `${resourceType}/${id}` },
        name: title,
        exampleBoolean: false,
      })),
    },
  })
}
