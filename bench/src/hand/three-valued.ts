import type { RawRecord } from '../record.ts'
import { read } from './read.ts'

/** What is known of each finding; undefined is unknown. */
export type Known = ReadonlyMap<string, boolean>
type Answer = boolean | undefined

/** The Mayo rule in three values, by hand: true, false or undefined (unknown). */
export function verdictFromRecord(record: RawRecord, asOf: string): Answer {
  return verdict(knownIn(record, asOf))
}

/** Present once said so; else absent once said so. The records hold no day on which both are said. */
export function knownIn(record: RawRecord, asOf: string): Map<string, boolean> {
  const known = new Map<string, boolean>()
  read(record, asOf, (key, value) => {
    if (value || !known.has(key)) known.set(key, value)
  })
  return known
}

/** The rule over what is known. */
export function verdict(k: Known): Answer {
  const neuropathy = polyneuropathy(k)
  const cells = clone(k)
  if (neuropathy === false || cells === false) return false
  const major = or(castleman(k), scleroticLesion(k), k.get('vegf-raised'))
  if (major === false) return false
  const minor = or(
    organomegaly(k),
    volumeOverload(k),
    endocrinopathy(k),
    skinChanges(k),
    k.get('papilledema'),
    any(k, COUNTS) ? true : none(k, COUNTS) ? false : undefined,
  )
  if (minor === false) return false
  return neuropathy && cells && major && minor
}

function or(...values: Answer[]): Answer {
  let open = false
  for (const value of values) {
    if (value) return true
    if (value === undefined) open = true
  }
  return open ? undefined : false
}

const any = (k: Known, keys: readonly string[]): boolean => keys.some((key) => k.get(key) === true)
const none = (k: Known, keys: readonly string[]): boolean => keys.every((key) => k.get(key) === false)
const derived = (present: boolean, absent: () => boolean): Answer => (present ? true : absent() ? false : undefined)

const CLONE = [
  'm-protein-ife',
  'm-protein-urine',
  'm-protein-spep',
  'monoclonal-protein',
  'clonal-marrow-plasma-cells',
  'plasmacytoma',
  'clonal-plasma-cell-disorder',
  'mgus',
  'multiple-myeloma',
]
const CLONE_TESTS = ['m-protein-ife', 'm-protein-urine', 'clonal-marrow-plasma-cells']
const LESIONS = ['sclerotic-bone-lesion', 'mixed-bone-lesion', 'lytic-bone-lesion']
const SCLEROTIC = ['sclerotic-bone-lesion', 'mixed-bone-lesion']
const ORGANS = ['hepatomegaly', 'splenomegaly', 'lymphadenopathy']
const FLUID = ['peripheral-edema', 'pleural-effusion', 'ascites', 'anasarca', 'pericardial-effusion']
const OTHER_CAUSES = ['heart-failure', 'cirrhosis', 'nephrotic-syndrome']
const AXES = [
  'hypogonadism',
  'adrenal-insufficiency',
  'hyperprolactinemia',
  'hypopituitarism',
  'hyperparathyroidism',
  'hypoparathyroidism',
]
const SUGAR = ['diabetes-mellitus', 'glucose-intolerance']
const SKIN = [
  'hyperpigmentation',
  'hypertrichosis',
  'glomeruloid-hemangioma',
  'plethora',
  'acrocyanosis',
  'flushing',
  'white-nails',
]
const COUNTS = ['thrombocytosis', 'polycythemia']

function polyneuropathy(k: Known): Answer {
  const present =
    any(k, ['polyneuropathy', 'treated-as-neuropathy']) ||
    (any(k, ['neuropathy-sensory', 'neuropathy-motor']) &&
      any(k, ['neuropathy-symmetric', 'neuropathy-distal-onset', 'ncs-demyelinating', 'ncs-axonal']))
  return derived(present, () => k.get('polyneuropathy') === false)
}

function clone(k: Known): Answer {
  return derived(
    any(k, CLONE),
    () =>
      (none(k, CLONE_TESTS) && (k.get('plasmacytoma') === false || none(k, LESIONS))) ||
      k.get('clonal-plasma-cell-disorder') === false,
  )
}

function castleman(k: Known): Answer {
  return derived(any(k, ['castleman-histology', 'castleman-disease']), () => k.get('castleman-histology') === false)
}

function scleroticLesion(k: Known): Answer {
  return derived(
    any(k, SCLEROTIC) || k.get('sclerotic-lesion') === true,
    () => none(k, SCLEROTIC) || k.get('sclerotic-lesion') === false,
  )
}

function organomegaly(k: Known): Answer {
  return derived(
    any(k, ORGANS) || any(k, ['multicentric-lymphadenopathy', 'organomegaly']),
    () => none(k, ORGANS) || k.get('organomegaly') === false,
  )
}

function volumeOverload(k: Known): Answer {
  if (k.get('unexplained-fluid') && any(k, OTHER_CAUSES)) return k.get('fluid-beyond-its-cause')
  return derived(
    any(k, FLUID) || k.get('volume-overload') === true,
    () => none(k, FLUID) || k.get('volume-overload') === false,
  )
}

/** Judgements are asked for where neither presence nor absence is earned. */
function endocrinopathy(k: Known): Answer {
  if (any(k, AXES) || any(k, ['gynecomastia', 'amenorrhea', 'endocrinopathy'])) return true
  const thyroid = k.get('hypothyroidism')
  const absent =
    none(k, AXES) &&
    (k.get('gynecomastia') === false || k.has('female')) &&
    (k.get('amenorrhea') === false || k.has('male')) &&
    (k.get('erectile-dysfunction') === false || k.has('female')) &&
    (none(k, SUGAR) || thyroid === false)
  if (absent || k.get('endocrinopathy') === false) return false
  if (k.get('erectile-dysfunction')) return k.get('erectile-dysfunction-from-hypogonadism')
  return any(k, SUGAR) && thyroid ? k.get('weak-endocrine-axes-count') : undefined
}

function skinChanges(k: Known): Answer {
  return derived(any(k, SKIN) || k.get('skin-changes') === true, () => none(k, SKIN) || k.get('skin-changes') === false)
}
