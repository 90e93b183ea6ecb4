import type {
  EngineConflict,
  EngineConfounder,
  EngineFinding,
  EngineMeasured,
  EngineSettings,
  EngineTest,
  Threshold,
} from '../../schema/engine.ts'
import type { Conflict, Confounder, Finding, Measured, Settings, WorkupTest } from '../../schema/index.ts'
import { readThreshold, splitKey } from '../threshold.ts'
import { normaliseNode, type UnitOf } from './node.ts'

/** What the evaluator needs of a vocabulary entry. */
export function normaliseFinding({
  label,
  aliases,
  kind,
  unit,
  values,
  words,
  sex,
  'directed-at': directedAt,
  'given-once': givenOnce,
}: Finding): EngineFinding {
  return {
    label,
    ...(aliases && { aliases }),
    kind,
    ...(unit === undefined ? undefined : { unit }),
    ...(values && { values }),
    ...(words && { words }),
    ...(sex && { sex }),
    ...(directedAt && { directedAtPlasmaCells: true }),
    ...(givenOnce && { givenOnce: true }),
  }
}

/** A row of the table from measurements to findings, its thresholds in the measurement's unit. */
export function normaliseMeasured(
  { measurement, makes, 'within-means-absent': withinMeansAbsent }: Measured,
  unitOf: UnitOf,
): EngineMeasured {
  const threshold = (text: string): Threshold => read(measurement, text, unitOf)
  return {
    measurement,
    withinMeansAbsent,
    makes: makes.map(({ 'without-limit': withoutLimit, value, ...make }) => ({
      ...make,
      ...(withoutLimit === undefined ? undefined : { withoutLimit: threshold(withoutLimit) }),
      ...(value === undefined ? undefined : { value: threshold(value) }),
    })),
  }
}

/** A confounder with its comparison read. */
export function normaliseConfounder(id: string, confounder: Confounder, unitOf: UnitOf): EngineConfounder {
  const { keys, says, proposal, sources, always, below } = confounder
  const { 'explained-by': explainedBy, 'after-course-with': afterCourseWith, 'unless-known': unlessKnown } = confounder
  const compared = below === undefined ? undefined : splitKey(below)
  return {
    id,
    keys,
    ...(explainedBy && { explainedBy }),
    ...(afterCourseWith === undefined ? undefined : { afterCourseWith }),
    ...(unlessKnown && { unlessKnown }),
    ...(compared && { below: { key: compared.key, threshold: read(compared.key, compared.comparison, unitOf) } }),
    ...(always && { always }),
    says,
    ...(proposal && { proposal }),
    ...(sources && { sources }),
  }
}

/** What the order of the work-up needs; performance and traps stay in the library. */
export function normaliseTest(test: WorkupTest, unitOf: UnitOf): EngineTest {
  const { review: _review, repeat, ...told } = test
  return {
    ...told,
    ...(repeat && { repeat: repeat.map((item) => ({ ...item, when: normaliseNode(item.when, unitOf) })) }),
  }
}

/** A conflict as it is shown beside a result. */
export function normaliseConflict({ topic, positions, does, about, proposal }: Conflict): EngineConflict {
  return { topic, positions, does, ...(about && { about }), ...(proposal && { proposal }) }
}

export function normaliseSettings(settings: Settings): EngineSettings {
  const excluded = settings['excluded-diagnosis']
  return {
    defaultCriteria: settings['default-criteria'],
    criteria: settings.criteria,
    indication: settings.indication,
    redFlags: settings['red-flags'],
    redFlagsQuietWhen: settings['red-flags-quiet-when'],
    knownDiagnosis: settings['known-diagnosis'],
    ...(excluded === undefined ? undefined : { excludedDiagnosis: excluded }),
    dueWithinDays: settings['due-within-days'],
    acronyms: settings.acronyms,
  }
}

function read(key: string, text: string, unitOf: UnitOf): Threshold {
  const found = readThreshold(key, text, unitOf(key))
  if (!found.ok) throw new Error(`unlinted knowledge: ${found.what}`)
  return found.threshold
}
