import { both, either, type Truth } from './kleene.ts'
import type { Value } from './shown.ts'
import { beyond, CORTISOL, type Signs } from './signs.ts'

/** The groups of the Mayo criteria (rule of 2007), each there, not there, or not known. */
export interface Groups {
  readonly nerves: Truth
  readonly clone: Truth
  readonly castleman: Truth
  readonly lesion: Truth
  readonly vegf: Truth
  readonly organs: Truth
  readonly fluid: Truth
  readonly glands: Truth
  readonly skin: Truth
  readonly disc: Truth
  readonly counts: Truth
}

export const CLONE_SHOWN = [
  'm-protein-ife',
  'm-protein-urine',
  'm-protein-spep',
  'monoclonal-protein',
  'clonal-marrow-plasma-cells',
  'plasmacytoma',
  'clonal-plasma-cell-disorder',
]
export const FLUIDS = ['peripheral-edema', 'pleural-effusion', 'ascites', 'anasarca', 'pericardial-effusion']
export const SEVERAL_NODES = 'multicentric-lymphadenopathy'
export const ORGANS = ['hepatomegaly', 'splenomegaly', 'lymphadenopathy']
export const SKIN = [
  'hyperpigmentation',
  'hypertrichosis',
  'glomeruloid-hemangioma',
  'plethora',
  'acrocyanosis',
  'flushing',
  'white-nails',
]
export const GLANDS = [
  CORTISOL,
  'hypogonadism',
  'adrenal-insufficiency',
  'hyperprolactinemia',
  'hypopituitarism',
  'hyperparathyroidism',
  'hypoparathyroidism',
]
const NERVE_LABELS = ['cidp', 'gbs', 'diabetic-neuropathy', 'mgus-neuropathy']

export function groupsOf(signs: Signs): Groups {
  return {
    nerves: nerves(signs),
    clone: clone(signs),
    castleman: signs.has('castleman-disease') ? true : signs.of('castleman-histology'),
    lesion: group(signs, ['sclerotic-bone-lesion', 'mixed-bone-lesion'], 'sclerotic-lesion'),
    vegf: vegf(signs),
    organs: signs.has(SEVERAL_NODES) ? true : group(signs, ORGANS, 'organomegaly'),
    fluid: fluid(signs),
    glands: glands(signs),
    skin: group(signs, SKIN, 'skin-changes'),
    disc: signs.of('papilledema'),
    counts: either([signs.of('thrombocytosis'), signs.of('polycythemia')]),
  }
}

/** There if one of its signs is, or the clinician judges so; not there if none of them is, or the clinician judges so. */
function group(signs: Signs, keys: readonly string[], judgement: string): Truth {
  const all = [either(keys.map((key) => signs.of(key))), signs.of(judgement)]
  return all.includes(true) ? true : all.includes(false) ? false : undefined
}

/** A polyneuropathy; or what is treated as one; or the loss of feeling or strength in its pattern. */
function nerves(signs: Signs): Truth {
  const labelled = signs.labels().some((label) => NERVE_LABELS.includes(label))
  const kind = signs.hasAny('neuropathy-sensory', 'neuropathy-motor')
  const pattern = signs.hasAny('neuropathy-symmetric', 'neuropathy-distal-onset', 'ncs-demyelinating', 'ncs-axonal')
  return labelled || (kind && pattern) ? true : signs.of('polyneuropathy')
}

/** Shown by any test, or diagnosed. Not there only after serum, urine, marrow and lesion were looked at. */
function clone(signs: Signs): Truth {
  if (signs.hasAny(...CLONE_SHOWN, 'mgus', 'multiple-myeloma')) return true
  const noLesion = ['sclerotic-bone-lesion', 'mixed-bone-lesion', 'lytic-bone-lesion'].every((key) => signs.lacks(key))
  const sought = ['m-protein-ife', 'm-protein-urine', 'clonal-marrow-plasma-cells'].every((key) => signs.lacks(key))
  const none = (sought && (signs.lacks('plasmacytoma') || noLesion)) || signs.lacks('clonal-plasma-cell-disorder')
  return none ? false : undefined
}

function isVegf({ key }: Value): boolean {
  return key.startsWith('vegf-')
}

/** Raised above the laboratory's limit; without one, above every published cut of its specimen. */
export function raised(value: Value): Truth {
  const limit = beyond(value, 'high')
  if (limit !== undefined) return limit
  return high(value) ? true : undefined
}

/** At a level that other diseases seldom reach. */
export function high({ key, value, sign }: Value): boolean {
  if (value === undefined || sign === '<') return false
  return key === 'vegf-plasma' ? (sign === '>' ? value >= 200 : value > 200) : value >= 1000
}

export function untreated(signs: Signs): readonly Value[] {
  const start = signs.firstCourse(({ directedAtPlasmaCells }) => directedAtPlasmaCells)
  return signs.values.filter((value) => isVegf(value) && value.day <= start)
}

/** Any raised value counts; only an untreated one in a named specimen can be normal. */
function vegf(signs: Signs): Truth {
  if (signs.values.some((value) => isVegf(value) && raised(value) === true)) return true
  const named = untreated(signs).filter(({ key }) => key !== 'vegf-unspecified')
  return named.some((value) => raised(value) === false) ? false : undefined
}

/** Fluid that a failing heart may explain is a question, not an answer. */
function fluid(signs: Signs): Truth {
  const there = group(signs, FLUIDS, 'volume-overload')
  return there === true && signs.hasAny('heart-failure', 'cirrhosis', 'nephrotic-syndrome') ? undefined : there
}

/**
 * Diabetes and thyroid disease alone do not count; both together, or erectile dysfunction alone, is a question. Not
 * there when every gland was asked about, and of the soft signs those that the sex can have.
 */
function glands(signs: Signs): Truth {
  if (signs.hasAny(...GLANDS, 'gynecomastia', 'amenorrhea', 'endocrinopathy')) return true
  if (signs.lacks('endocrinopathy')) return false
  const soft = signs.shown.sex === 'male' ? ['gynecomastia', 'erectile-dysfunction'] : ['amenorrhea']
  const sugar = either(['diabetes-mellitus', 'glucose-intolerance'].map((key) => signs.of(key)))
  const bothWeak = both([sugar, signs.of('hypothyroidism')])
  const asked = [...GLANDS.filter((key) => key !== CORTISOL), ...soft].every((key) => signs.lacks(key))
  return asked && bothWeak === false ? false : undefined
}

export function minorsOf({ organs, fluid, glands, skin, disc, counts }: Groups): readonly Truth[] {
  return [organs, fluid, glands, skin, disc, counts]
}
