import { distance } from 'fastest-levenshtein'
import type { Engine } from '../core/engine.ts'
import type { EngineFinding } from '../schema/engine.ts'

/** A key as a reader needs it. A `judgement` is the id of a rule or of a question that a clinician may answer. */
export interface Word {
  readonly key: string
  readonly kind: EngineFinding['kind'] | 'judgement'
  readonly unit: string
  /** Takes a status and no value, and is not read into a course. */
  readonly plain: boolean
  /** Choices by their lower-case spelling. */
  readonly choices: ReadonlyMap<string, string> | undefined
  /** Specimen that the key itself names, where sister keys name others. */
  readonly specimen: string | undefined
  /** Specimens of the sister keys, which this key's value is never from. */
  readonly others: readonly string[]
}

export interface Vocabulary {
  readonly words: ReadonlyMap<string, Word>
  readonly treatments: ReadonlySet<string>
  /** What a course may be labelled: the choices of `treated-as`, and POEMS itself. */
  readonly labels: ReadonlySet<string>
  readonly knownDiagnosis: string
}

/** The key of labels under which a person was treated; as a finding it is read into a course. */
export const TREATED_AS = 'treated-as'
/** The label of a course given for what the record is about. */
export const POEMS_LABEL = 'poems'

const SPECIMENS = ['serum', 'plasma']
const UNSPECIFIED = 'unspecified'
const made = new WeakMap<Engine, Vocabulary>()

/** The vocabulary of an engine, made once. Example: `vocabularyOf(engine).words.get("papilledema")?.kind`. */
export function vocabularyOf(engine: Engine): Vocabulary {
  const known = made.get(engine)
  if (known) return known
  const { findings, settings } = engine.knowledge
  const words = new Map<string, Word>()
  for (const key of engine.keyIndex.keys()) words.set(key, word(key, findings))
  const treatments = new Set([...words.values()].filter((item) => item.kind === 'treatment').map((item) => item.key))
  const labels = new Set([...(findings[TREATED_AS]?.values ?? []), POEMS_LABEL])
  const vocabulary = { words, treatments, labels, knownDiagnosis: settings.knownDiagnosis }
  made.set(engine, vocabulary)
  return vocabulary
}

function word(key: string, findings: Engine['knowledge']['findings']): Word {
  const finding = Object.hasOwn(findings, key) ? findings[key] : undefined
  const { specimen, others } = finding?.kind === 'measurement' ? specimenOf(key, findings) : NO_SPECIMEN
  const kind = finding?.kind ?? 'judgement'
  return {
    key,
    kind,
    unit: finding?.unit ?? '',
    plain: kind !== 'measurement' && kind !== 'treatment' && finding?.values === undefined,
    choices: finding?.values && new Map(finding.values.map((value) => [value.toLowerCase(), value])),
    specimen,
    others,
  }
}

const NO_SPECIMEN = { specimen: undefined, others: [] }

/** `vegf-serum` names its specimen, and `vegf-plasma` beside it says that the two are never mixed. */
function specimenOf(key: string, findings: Engine['knowledge']['findings']): Pick<Word, 'specimen' | 'others'> {
  const end = key.lastIndexOf('-')
  const last = key.slice(end + 1)
  const sisters = SPECIMENS.filter((name) => name !== last && Object.hasOwn(findings, `${key.slice(0, end)}-${name}`))
  if (sisters.length === 0 || ![...SPECIMENS, UNSPECIFIED].includes(last)) return NO_SPECIMEN
  return { specimen: last === UNSPECIFIED ? undefined : last, others: sisters }
}

// Words longer than this are no misspelt key, and comparing them would cost time.
const LONGEST_KEY = 60

/**
 * A hint that names the keys nearest to one that is not known.
 * Example: `nearest("papiledema", vocabulary.words.keys())` is `'did you mean papilledema?'`.
 */
export function nearest(given: string, known: Iterable<string>): string {
  const otherwise = 'use a key of the vocabulary'
  if (given.length > LONGEST_KEY) return otherwise
  const wanted = given
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
  const limit = Math.max(2, Math.floor(wanted.length / 4))
  const near = [...known]
    .map((key) => ({ key, edits: distance(wanted, key) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, 3)
  return near.length === 0 ? otherwise : `did you mean ${near.map(({ key }) => key).join(' or ')}?`
}
