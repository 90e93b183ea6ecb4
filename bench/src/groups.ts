/** The atoms of the rule (2 mandatory, 3 other majors, 6 minors) and the findings that make each true or false. */
export interface Group {
  readonly id: string
  /** Any of these makes it true … */
  readonly makes: readonly string[]
  /** … and all of these absent makes it false. */
  readonly clears: readonly string[]
  /** How often the generator aims at true and at false. */
  readonly aim: readonly [number, number]
}

export const MANDATORY = 2
export const MAJORS = 3

export const GROUPS: readonly Group[] = [
  {
    id: 'polyneuropathy',
    makes: [
      'polyneuropathy',
      'neuropathy-sensory',
      'neuropathy-motor',
      'neuropathy-symmetric',
      'neuropathy-distal-onset',
      'ncs-demyelinating',
      'ncs-axonal',
    ],
    clears: ['polyneuropathy'],
    aim: [0.8, 0.05],
  },
  {
    id: 'clonal-plasma-cell-disorder',
    makes: [
      'm-protein-ife',
      'm-protein-urine',
      'm-protein-spep',
      'monoclonal-protein',
      'clonal-marrow-plasma-cells',
      'plasmacytoma',
      'clonal-plasma-cell-disorder',
      'mgus',
      'multiple-myeloma',
    ],
    clears: ['m-protein-ife', 'm-protein-urine', 'clonal-marrow-plasma-cells', 'plasmacytoma'],
    aim: [0.7, 0.1],
  },
  {
    id: 'castleman',
    makes: ['castleman-histology', 'castleman-disease'],
    clears: ['castleman-histology'],
    aim: [0.15, 0.2],
  },
  {
    id: 'sclerotic-lesion',
    makes: ['sclerotic-bone-lesion', 'mixed-bone-lesion', 'sclerotic-lesion'],
    clears: ['sclerotic-bone-lesion', 'mixed-bone-lesion'],
    aim: [0.3, 0.2],
  },
  // Raised VEGF comes from the measurements.
  { id: 'elevated-vegf', makes: [], clears: [], aim: [0, 0] },
  {
    id: 'organomegaly',
    makes: ['hepatomegaly', 'splenomegaly', 'lymphadenopathy', 'multicentric-lymphadenopathy', 'organomegaly'],
    clears: ['hepatomegaly', 'splenomegaly', 'lymphadenopathy'],
    aim: [0.4, 0.2],
  },
  {
    id: 'volume-overload',
    makes: ['peripheral-edema', 'pleural-effusion', 'ascites', 'anasarca', 'pericardial-effusion', 'volume-overload'],
    clears: ['peripheral-edema', 'pleural-effusion', 'ascites', 'anasarca', 'pericardial-effusion'],
    aim: [0.5, 0.15],
  },
  {
    id: 'endocrinopathy',
    makes: ['hypogonadism', 'adrenal-insufficiency', 'hypopituitarism', 'gynecomastia', 'amenorrhea', 'endocrinopathy'],
    clears: [
      'hypogonadism',
      'adrenal-insufficiency',
      'hyperprolactinemia',
      'hypopituitarism',
      'hyperparathyroidism',
      'hypoparathyroidism',
      'gynecomastia',
      'amenorrhea',
      'erectile-dysfunction',
      'hypothyroidism',
    ],
    aim: [0.4, 0.1],
  },
  {
    id: 'skin-changes',
    makes: [
      'hyperpigmentation',
      'hypertrichosis',
      'glomeruloid-hemangioma',
      'plethora',
      'acrocyanosis',
      'flushing',
      'white-nails',
      'skin-changes',
    ],
    clears: [
      'hyperpigmentation',
      'hypertrichosis',
      'glomeruloid-hemangioma',
      'plethora',
      'acrocyanosis',
      'flushing',
      'white-nails',
    ],
    aim: [0.5, 0.15],
  },
  { id: 'papilledema', makes: ['papilledema'], clears: ['papilledema'], aim: [0.3, 0.3] },
  {
    id: 'thrombocytosis-or-polycythemia',
    makes: ['thrombocytosis', 'polycythemia'],
    clears: ['thrombocytosis', 'polycythemia'],
    aim: [0.2, 0.2],
  },
]

/** Keys that the rule also reads, beside the groups: other causes of fluid, bone lesions, weak endocrine axes, answers. */
export const BESIDE = [
  'lytic-bone-lesion',
  'heart-failure',
  'cirrhosis',
  'nephrotic-syndrome',
  'fluid-beyond-its-cause',
  'erectile-dysfunction',
  'erectile-dysfunction-from-hypogonadism',
  'diabetes-mellitus',
  'glucose-intolerance',
  'weak-endocrine-axes-count',
]

/** Keys of the vocabulary that the rule does not read. */
export const OTHER = [
  'anemia',
  'anxiety',
  'areflexia',
  'arterial-thrombosis',
  'autonomic-involvement',
  'bleeding',
  'bone-pain',
  'cherry-angioma',
  'clubbing',
  'cough',
  'cranial-nerve-involvement',
  'depression',
  'diarrhea',
  'dyspnea',
  'fatigue',
  'fever',
  'foot-drop',
  'headache',
  'hyperhidrosis',
  'infection',
  'leg-pain-severe',
  'limb-ischemia',
  'macular-edema',
  'motor-predominant',
  'muscle-atrophy',
  'ncs-conduction-block',
  'ncs-temporal-dispersion',
  'neuropathic-pain',
  'night-sweats',
  'osteoporosis',
  'proteinuria',
  'pulmonary-fibrosis',
  'pulmonary-hypertension',
  'raynaud',
  'renal-impairment',
  'skin-thickening',
  'stroke',
  'sural-sparing',
  'thrombocytopenia',
  'venous-thrombosis',
  'visual-loss',
  'weight-loss',
  'wheelchair-bound',
]
