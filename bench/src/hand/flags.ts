import type { RawRecord } from '../record.ts'
import { presentIn } from './two-valued.ts'

/**
 * The same two-valued rule over the fastest form its facts can take in plain JavaScript: one object of one shape with
 * a boolean per finding. What an engineer would write who keeps the facts and asks again and again.
 */
export class Flags {
  readonly polyneuropathy: boolean
  readonly treatedAsNeuropathy: boolean
  readonly sensory: boolean
  readonly motor: boolean
  readonly symmetric: boolean
  readonly distalOnset: boolean
  readonly demyelinating: boolean
  readonly axonal: boolean
  readonly mProteinIfe: boolean
  readonly mProteinUrine: boolean
  readonly mProteinSpep: boolean
  readonly monoclonalProtein: boolean
  readonly clonalMarrow: boolean
  readonly plasmacytoma: boolean
  readonly clone: boolean
  readonly mgus: boolean
  readonly myeloma: boolean
  readonly castlemanHistology: boolean
  readonly castlemanDisease: boolean
  readonly scleroticBoneLesion: boolean
  readonly mixedBoneLesion: boolean
  readonly scleroticLesion: boolean
  readonly vegfRaised: boolean
  readonly hepatomegaly: boolean
  readonly splenomegaly: boolean
  readonly lymphadenopathy: boolean
  readonly multicentricLymphadenopathy: boolean
  readonly organomegaly: boolean
  readonly edema: boolean
  readonly pleuralEffusion: boolean
  readonly ascites: boolean
  readonly anasarca: boolean
  readonly pericardialEffusion: boolean
  readonly volumeOverload: boolean
  readonly unexplainedFluid: boolean
  readonly heartFailure: boolean
  readonly cirrhosis: boolean
  readonly nephroticSyndrome: boolean
  readonly fluidBeyondItsCause: boolean
  readonly hypogonadism: boolean
  readonly adrenalInsufficiency: boolean
  readonly hyperprolactinemia: boolean
  readonly hypopituitarism: boolean
  readonly hyperparathyroidism: boolean
  readonly hypoparathyroidism: boolean
  readonly gynecomastia: boolean
  readonly amenorrhea: boolean
  readonly endocrinopathy: boolean
  readonly erectileDysfunction: boolean
  readonly erectileDysfunctionFromHypogonadism: boolean
  readonly diabetes: boolean
  readonly glucoseIntolerance: boolean
  readonly hypothyroidism: boolean
  readonly weakAxesCount: boolean
  readonly hyperpigmentation: boolean
  readonly hypertrichosis: boolean
  readonly glomeruloidHemangioma: boolean
  readonly plethora: boolean
  readonly acrocyanosis: boolean
  readonly flushing: boolean
  readonly whiteNails: boolean
  readonly skinChanges: boolean
  readonly papilledema: boolean
  readonly thrombocytosis: boolean
  readonly polycythemia: boolean

  constructor(p: ReadonlySet<string>) {
    this.polyneuropathy = p.has('polyneuropathy')
    this.treatedAsNeuropathy = p.has('treated-as-neuropathy')
    this.sensory = p.has('neuropathy-sensory')
    this.motor = p.has('neuropathy-motor')
    this.symmetric = p.has('neuropathy-symmetric')
    this.distalOnset = p.has('neuropathy-distal-onset')
    this.demyelinating = p.has('ncs-demyelinating')
    this.axonal = p.has('ncs-axonal')
    this.mProteinIfe = p.has('m-protein-ife')
    this.mProteinUrine = p.has('m-protein-urine')
    this.mProteinSpep = p.has('m-protein-spep')
    this.monoclonalProtein = p.has('monoclonal-protein')
    this.clonalMarrow = p.has('clonal-marrow-plasma-cells')
    this.plasmacytoma = p.has('plasmacytoma')
    this.clone = p.has('clonal-plasma-cell-disorder')
    this.mgus = p.has('mgus')
    this.myeloma = p.has('multiple-myeloma')
    this.castlemanHistology = p.has('castleman-histology')
    this.castlemanDisease = p.has('castleman-disease')
    this.scleroticBoneLesion = p.has('sclerotic-bone-lesion')
    this.mixedBoneLesion = p.has('mixed-bone-lesion')
    this.scleroticLesion = p.has('sclerotic-lesion')
    this.vegfRaised = p.has('vegf-raised')
    this.hepatomegaly = p.has('hepatomegaly')
    this.splenomegaly = p.has('splenomegaly')
    this.lymphadenopathy = p.has('lymphadenopathy')
    this.multicentricLymphadenopathy = p.has('multicentric-lymphadenopathy')
    this.organomegaly = p.has('organomegaly')
    this.edema = p.has('peripheral-edema')
    this.pleuralEffusion = p.has('pleural-effusion')
    this.ascites = p.has('ascites')
    this.anasarca = p.has('anasarca')
    this.pericardialEffusion = p.has('pericardial-effusion')
    this.volumeOverload = p.has('volume-overload')
    this.unexplainedFluid = p.has('unexplained-fluid')
    this.heartFailure = p.has('heart-failure')
    this.cirrhosis = p.has('cirrhosis')
    this.nephroticSyndrome = p.has('nephrotic-syndrome')
    this.fluidBeyondItsCause = p.has('fluid-beyond-its-cause')
    this.hypogonadism = p.has('hypogonadism')
    this.adrenalInsufficiency = p.has('adrenal-insufficiency')
    this.hyperprolactinemia = p.has('hyperprolactinemia')
    this.hypopituitarism = p.has('hypopituitarism')
    this.hyperparathyroidism = p.has('hyperparathyroidism')
    this.hypoparathyroidism = p.has('hypoparathyroidism')
    this.gynecomastia = p.has('gynecomastia')
    this.amenorrhea = p.has('amenorrhea')
    this.endocrinopathy = p.has('endocrinopathy')
    this.erectileDysfunction = p.has('erectile-dysfunction')
    this.erectileDysfunctionFromHypogonadism = p.has('erectile-dysfunction-from-hypogonadism')
    this.diabetes = p.has('diabetes-mellitus')
    this.glucoseIntolerance = p.has('glucose-intolerance')
    this.hypothyroidism = p.has('hypothyroidism')
    this.weakAxesCount = p.has('weak-endocrine-axes-count')
    this.hyperpigmentation = p.has('hyperpigmentation')
    this.hypertrichosis = p.has('hypertrichosis')
    this.glomeruloidHemangioma = p.has('glomeruloid-hemangioma')
    this.plethora = p.has('plethora')
    this.acrocyanosis = p.has('acrocyanosis')
    this.flushing = p.has('flushing')
    this.whiteNails = p.has('white-nails')
    this.skinChanges = p.has('skin-changes')
    this.papilledema = p.has('papilledema')
    this.thrombocytosis = p.has('thrombocytosis')
    this.polycythemia = p.has('polycythemia')
  }
}

export function flagsOf(record: RawRecord, asOf: string): Flags {
  return new Flags(presentIn(record, asOf))
}

export function metByFlags(f: Flags): boolean {
  return (
    polyneuropathy(f) &&
    clone(f) &&
    (f.castlemanHistology ||
      f.castlemanDisease ||
      f.scleroticBoneLesion ||
      f.mixedBoneLesion ||
      f.scleroticLesion ||
      f.vegfRaised) &&
    (organomegaly(f) ||
      volumeOverload(f) ||
      endocrinopathy(f) ||
      skinChanges(f) ||
      f.papilledema ||
      f.thrombocytosis ||
      f.polycythemia)
  )
}

function polyneuropathy(f: Flags): boolean {
  return (
    f.polyneuropathy ||
    f.treatedAsNeuropathy ||
    ((f.sensory || f.motor) && (f.symmetric || f.distalOnset || f.demyelinating || f.axonal))
  )
}

function clone(f: Flags): boolean {
  return (
    f.mProteinIfe ||
    f.mProteinUrine ||
    f.mProteinSpep ||
    f.monoclonalProtein ||
    f.clonalMarrow ||
    f.plasmacytoma ||
    f.clone ||
    f.mgus ||
    f.myeloma
  )
}

function organomegaly(f: Flags): boolean {
  return f.hepatomegaly || f.splenomegaly || f.lymphadenopathy || f.multicentricLymphadenopathy || f.organomegaly
}

function volumeOverload(f: Flags): boolean {
  if (f.unexplainedFluid && (f.heartFailure || f.cirrhosis || f.nephroticSyndrome)) return f.fluidBeyondItsCause
  return f.edema || f.pleuralEffusion || f.ascites || f.anasarca || f.pericardialEffusion || f.volumeOverload
}

function endocrinopathy(f: Flags): boolean {
  if (
    f.hypogonadism ||
    f.adrenalInsufficiency ||
    f.hyperprolactinemia ||
    f.hypopituitarism ||
    f.hyperparathyroidism ||
    f.hypoparathyroidism ||
    f.gynecomastia ||
    f.amenorrhea ||
    f.endocrinopathy
  ) {
    return true
  }
  if (f.erectileDysfunction) return f.erectileDysfunctionFromHypogonadism
  return (f.diabetes || f.glucoseIntolerance) && f.hypothyroidism && f.weakAxesCount
}

function skinChanges(f: Flags): boolean {
  return (
    f.hyperpigmentation ||
    f.hypertrichosis ||
    f.glomeruloidHemangioma ||
    f.plethora ||
    f.acrocyanosis ||
    f.flushing ||
    f.whiteNails ||
    f.skinChanges
  )
}
