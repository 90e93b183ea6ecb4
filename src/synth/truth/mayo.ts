import {
  CLONE_SHOWN,
  FLUIDS,
  GLANDS,
  type Groups,
  groupsOf,
  high,
  minorsOf,
  ORGANS,
  raised,
  SEVERAL_NODES,
  SKIN,
  untreated,
} from './groups.ts'
import { both, count, either } from './kleene.ts'
import { CORTISOL, type Signs } from './signs.ts'

export type Verdict = 'met' | 'not-met' | 'undetermined'
export type Grade = 'strong' | 'moderate' | 'weak'

/** Both mandatory criteria, one of three other major ones, one of six minor ones. */
function verdict(groups: Groups): Verdict {
  const other = either([groups.castleman, groups.lesion, groups.vegf])
  const met = both([groups.nerves, groups.clone, other, either(minorsOf(groups))])
  return met === undefined ? 'undetermined' : met ? 'met' : 'not-met'
}

/** How much a met set is worth, from what is there only. */
export function grade(signs: Signs, groups: Groups): Grade {
  if (isWeak(signs, groups)) return 'weak'
  const weighty = groups.lesion === true || signs.has('castleman-histology') || untreated(signs).some(high)
  return weighty && plainMinors(signs, groups) >= 2 ? 'strong' : 'moderate'
}

function isWeak(signs: Signs, groups: Groups): boolean {
  const vegfAlone = groups.lesion !== true && groups.castleman !== true
  const before = untreated(signs)
  if (vegfAlone) {
    const numbers = before.filter(({ value }) => value !== undefined)
    if (numbers.length > 0 && !before.some(high)) return true
    if (numbers.length === 0 && count(minorsOf(groups)) < 2) return true
    if (!before.some((value) => raised(value) === true)) return true
    const disagree = (one: string, other: string) =>
      before.some((value) => value.key === one && raised(value) === true) &&
      before.some((value) => value.key === other) &&
      before.every((value) => value.key !== other || raised(value) === false)
    if (disagree('vegf-serum', 'vegf-plasma') || disagree('vegf-plasma', 'vegf-serum')) return true
  }
  return capped(signs, groups) || plainMinors(signs, groups) === 0
}

/** What speaks for another disease, or evidence of which the report is wanted. */
function capped(signs: Signs, groups: Groups): boolean {
  if (signs.chains().includes('IgM') || signs.hasAny('anti-mag-antibody', 'amyloid-on-biopsy')) return true
  if (groups.castleman === true && signs.has('hhv8-infection')) return true
  if (myeloma(signs)) return true
  if (!signs.hasAny(...CLONE_SHOWN)) return true
  if (groups.lesion === true || groups.vegf === true || groups.castleman !== true) return false
  if (!signs.has('castleman-histology')) return true
  const nodeOnly =
    signs.hasAny('lymphadenopathy', SEVERAL_NODES) &&
    !signs.hasAny('organomegaly', ...ORGANS.filter((key) => key !== 'lymphadenopathy'))
  return nodeOnly && count(minorsOf(groups)) === 1
}

function myeloma(signs: Signs): boolean {
  const marrow = signs.values.some(
    ({ key, value }) => key === 'marrow-plasma-cells' && value !== undefined && value >= 10,
  )
  return marrow && signs.hasAny('hypercalcemia', 'anemia', 'lytic-bone-lesion')
}

const AFTER_STEROIDS = ['adrenal-insufficiency', 'plethora', 'hypertrichosis', 'peripheral-edema']
/** They count, and another test is wanted before they count in full: of vitamin D, or of the hormone. */
const WITH_RESERVE = ['hyperparathyroidism', CORTISOL]

/** Minor criteria that rest on at least one sign without reservation. */
function plainMinors(signs: Signs, groups: Groups): number {
  const steroids = signs.firstCourse(({ treatment }) => treatment === 'corticosteroids')
  const plain = (keys: readonly string[]) =>
    keys.some((key) => signs.has(key) && !(AFTER_STEROIDS.includes(key) && signs.first(key) > steroids))
  const glands = GLANDS.filter((key) => !WITH_RESERVE.includes(key))
  return count([
    groups.organs,
    groups.fluid === true && plain([...FLUIDS, 'volume-overload']),
    groups.glands === true && plain([...glands, 'endocrinopathy']),
    groups.skin === true && plain([...SKIN, 'skin-changes']),
    groups.disc,
    groups.counts,
  ])
}

/** The groups of a day. */
export function judged(signs: Signs): { readonly groups: Groups; readonly verdict: Verdict } {
  const groups = groupsOf(signs)
  return { groups, verdict: verdict(groups) }
}
