import type { RawRecord } from '../record.ts'
import { read } from './read.ts'

/**
 * The Mayo rule of 2007 with its derived findings in two-valued logic, by hand: true when it is met; false covers both
 * "not met" and "not known". Reads a set of what is present.
 */
export function metFromRecord(record: RawRecord, asOf: string): boolean {
  return met(presentIn(record, asOf))
}

/** What the record says is present. */
export function presentIn(record: RawRecord, asOf: string): Set<string> {
  const present = new Set<string>()
  read(record, asOf, (key, value) => {
    if (value) present.add(key)
  })
  return present
}

/** The rule over a set of what is present. */
export function met(p: ReadonlySet<string>): boolean {
  return (
    polyneuropathy(p) &&
    clone(p) &&
    (castleman(p) || scleroticLesion(p) || p.has('vegf-raised')) &&
    (organomegaly(p) ||
      volumeOverload(p) ||
      endocrinopathy(p) ||
      skinChanges(p) ||
      p.has('papilledema') ||
      highCounts(p))
  )
}

function polyneuropathy(p: ReadonlySet<string>): boolean {
  return (
    p.has('polyneuropathy') ||
    p.has('treated-as-neuropathy') ||
    ((p.has('neuropathy-sensory') || p.has('neuropathy-motor')) &&
      (p.has('neuropathy-symmetric') ||
        p.has('neuropathy-distal-onset') ||
        p.has('ncs-demyelinating') ||
        p.has('ncs-axonal')))
  )
}

function clone(p: ReadonlySet<string>): boolean {
  return (
    p.has('m-protein-ife') ||
    p.has('m-protein-urine') ||
    p.has('m-protein-spep') ||
    p.has('monoclonal-protein') ||
    p.has('clonal-marrow-plasma-cells') ||
    p.has('plasmacytoma') ||
    p.has('clonal-plasma-cell-disorder') ||
    p.has('mgus') ||
    p.has('multiple-myeloma')
  )
}

function castleman(p: ReadonlySet<string>): boolean {
  return p.has('castleman-histology') || p.has('castleman-disease')
}

function scleroticLesion(p: ReadonlySet<string>): boolean {
  return p.has('sclerotic-bone-lesion') || p.has('mixed-bone-lesion') || p.has('sclerotic-lesion')
}

function organomegaly(p: ReadonlySet<string>): boolean {
  return (
    p.has('hepatomegaly') ||
    p.has('splenomegaly') ||
    p.has('lymphadenopathy') ||
    p.has('multicentric-lymphadenopathy') ||
    p.has('organomegaly')
  )
}

/** Fluid that another disease may explain counts only when a clinician said that it is more. */
function volumeOverload(p: ReadonlySet<string>): boolean {
  const otherCause = p.has('heart-failure') || p.has('cirrhosis') || p.has('nephrotic-syndrome')
  if (otherCause && p.has('unexplained-fluid')) return p.has('fluid-beyond-its-cause')
  return (
    p.has('peripheral-edema') ||
    p.has('pleural-effusion') ||
    p.has('ascites') ||
    p.has('anasarca') ||
    p.has('pericardial-effusion') ||
    p.has('volume-overload')
  )
}

/** Two judgements are asked for, one after the other: the first that is due decides. */
function endocrinopathy(p: ReadonlySet<string>): boolean {
  if (
    p.has('hypogonadism') ||
    p.has('adrenal-insufficiency') ||
    p.has('hyperprolactinemia') ||
    p.has('hypopituitarism') ||
    p.has('hyperparathyroidism') ||
    p.has('hypoparathyroidism') ||
    p.has('gynecomastia') ||
    p.has('amenorrhea') ||
    p.has('endocrinopathy')
  ) {
    return true
  }
  if (p.has('erectile-dysfunction')) return p.has('erectile-dysfunction-from-hypogonadism')
  const twoWeakAxes = (p.has('diabetes-mellitus') || p.has('glucose-intolerance')) && p.has('hypothyroidism')
  return twoWeakAxes && p.has('weak-endocrine-axes-count')
}

function skinChanges(p: ReadonlySet<string>): boolean {
  return (
    p.has('hyperpigmentation') ||
    p.has('hypertrichosis') ||
    p.has('glomeruloid-hemangioma') ||
    p.has('plethora') ||
    p.has('acrocyanosis') ||
    p.has('flushing') ||
    p.has('white-nails') ||
    p.has('skin-changes')
  )
}

function highCounts(p: ReadonlySet<string>): boolean {
  return p.has('thrombocytosis') || p.has('polycythemia')
}
