import type { Engine } from '../../core/index.ts'
import { exactSets, KNOWN_CODES } from '../cql/index.ts'
import type { KnownCode, Paper, Resource } from './resource.ts'

const SHIPPED =
  'The codes and names stay under the terms of the owners of their terminologies: see the file NOTICE of this package. A set is a selection of Scansion, no complete list.'
const UCUM = 'http://unitsofmeasure.org'
const UNIT = 'http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption'
const ANSWERS = 'urn:scansion:answer'

/**
 * The codes of every key that has some: only such as mean it exactly or more narrowly, and those that mean it exactly alone
 * where some are narrower; and all that are known.
 */
export function valueSets(paper: Paper): readonly Resource[] {
  const { codes, known } = paper.options
  const sets = [...codes, ...exactSets(codes)].map(([id, set]) => setResource(paper, id, set.title, set.codes))
  return known.length === 0 ? sets : [...sets, setResource(paper, KNOWN_CODES, 'Codes that the rules know', known)]
}

function setResource(paper: Paper, id: string, title: string, codes: readonly KnownCode[]): Resource {
  const systems = [...new Set(codes.map(({ system }) => system))]
  return paper.resource('ValueSet', id, title, {
    copyright: SHIPPED,
    compose: {
      include: systems.map((system) => ({
        system,
        concept: codes
          .filter((code) => code.system === system)
          .map(({ code, display }) => ({ code, ...(display !== undefined && { display }) })),
      })),
    },
  })
}

/** A question for each fact that the rules read. Every one may be left open: what is not answered stays not stated. */
export function questionnaire(paper: Paper, keys: readonly string[]): Resource {
  return paper.resource('Questionnaire', 'facts', 'What the rules ask about a person', {
    subjectType: ['Patient'],
    description: 'Every question may be left open. Not answered is not stated, and never no.',
    item: keys.map((key) => question(paper.engine, key)),
  })
}

function question(engine: Engine, key: string): object {
  const { findings } = engine.knowledge
  const finding = Object.hasOwn(findings, key) ? findings[key] : undefined
  const about = { linkId: key, text: finding?.label ?? judgement(engine, key), required: false }
  if (finding?.kind === 'measurement') {
    const unit = finding.unit ?? '1'
    return {
      ...about,
      type: 'quantity',
      extension: [{ url: UNIT, valueCoding: { system: UCUM, code: unit, display: unit } }],
    }
  }
  const choices = finding?.values?.map((value) => ({ code: value, display: finding.words?.[value] ?? value }))
  const answers = choices ?? [
    { code: 'present', display: 'yes, present' },
    { code: 'absent', display: 'no, looked for and absent' },
    { code: 'equivocal', display: 'looked for and not clear' },
  ]
  return {
    ...about,
    type: 'choice',
    ...(choices && { repeats: true }),
    answerOption: answers.map((answer) => ({ valueCoding: { system: ANSWERS, ...answer } })),
  }
}

/** What a clinician is asked to judge: a rule as a whole, or the question that it leaves open. */
function judgement({ knowledge }: Engine, key: string): string {
  if (Object.hasOwn(knowledge.rules, key)) return knowledge.rules[key]?.title ?? key
  const asks = Object.values(knowledge.rules).flatMap(({ askWhen = [] }) => askWhen)
  return asks.find(({ id }) => id === key)?.question ?? key
}
