import type { Illness, Named } from './code.ts'

/** The part of the list that has to do with nerves, plasma cells, organs, glands, skin, fluid and blood. */

interface More {
  readonly snomed?: Named
  readonly icd?: Named
  readonly concept?: number
  readonly label?: string
  readonly oneKind?: true
}

function says(key: string, words: string, more: More): Illness {
  return { kind: 'illness', key, words, ...more }
}

/** A disease under which a person is treated. */
function label(value: string, words: string, more: More): Illness {
  return { kind: 'illness', label: value, words, ...more }
}

export const POEMS = says('poems-syndrome', 'POEMS syndrome', {
  snomed: [
    '79268002',
    'Polyneuropathy, organomegaly, endocrinopathy, monoclonal gammopathy, and skin changes syndrome (disorder)',
  ],
})

export const NERVE = {
  polyneuropathy: says('polyneuropathy', 'polyneuropathy', {
    snomed: ['42345000', 'Polyneuropathy (disorder)'],
    icd: ['G62.9', 'Polyneuropathy, unspecified'],
  }),
  polyneuropathyElsewhere: says('polyneuropathy', 'polyneuropathy in other disease', {
    oneKind: true,
    icd: ['G63', 'Polyneuropathy in diseases classified elsewhere'],
  }),
  sensory: says('neuropathy-sensory', 'sensory neuropathy', { snomed: ['95662005', 'Sensory neuropathy (disorder)'] }),
  motor: says('neuropathy-motor', 'motor neuropathy', {
    snomed: ['95663000', 'Peripheral motor neuropathy (disorder)'],
  }),
  footDrop: says('foot-drop', 'foot drop', {
    snomed: ['6077001', 'Foot-drop (finding)'],
    icd: ['M21.379', 'Foot drop, unspecified foot'],
  }),
  pain: says('neuropathic-pain', 'neuropathic pain', { snomed: ['247398009', 'Neuropathic pain (finding)'] }),
  cidp: label('cidp', 'CIDP', {
    snomed: ['128209004', 'Chronic inflammatory demyelinating polyradiculoneuropathy (disorder)'],
    icd: ['G61.81', 'Chronic inflammatory demyelinating polyneuritis'],
    concept: 381009,
  }),
  gbs: label('gbs', 'Guillain-Barré syndrome', {
    snomed: ['40956001', 'Guillain-Barré syndrome (disorder)'],
    icd: ['G61.0', 'Guillain-Barre syndrome'],
    concept: 4164770,
  }),
  diabetic: label('diabetic-neuropathy', 'diabetic polyneuropathy', {
    snomed: ['713706002', 'Polyneuropathy due to type 2 diabetes mellitus (disorder)'],
    icd: ['E11.42', 'Type 2 diabetes mellitus with diabetic polyneuropathy'],
  }),
  autonomic: says('autonomic-involvement', 'autonomic neuropathy', {
    snomed: ['277879009', 'Autonomic neuropathy (disorder)'],
  }),
} as const

export const CLONE = {
  mgus: says('mgus', 'monoclonal gammopathy', {
    snomed: ['277577000', 'Monoclonal gammopathy of uncertain significance (disorder)'],
    icd: ['D47.2', 'Monoclonal gammopathy'],
  }),
  myeloma: says('multiple-myeloma', 'multiple myeloma', {
    snomed: ['109989006', 'Multiple myeloma (disorder)'],
    icd: ['C90.00', 'Multiple myeloma not having achieved remission'],
    concept: 437233,
  }),
  castleman: says('castleman-disease', 'Castleman disease', {
    snomed: ['207036003', 'Castleman disease'],
    icd: ['D47.Z2', 'Castleman disease'],
  }),
  amyloidosis: label('amyloidosis', 'AL amyloidosis', {
    snomed: ['23132008', 'Amyloid light-chain amyloidosis (disorder)'],
    icd: ['E85.81', 'Light chain (AL) amyloidosis'],
  }),
} as const

export const ORGAN = {
  liver: says('hepatomegaly', 'enlarged liver', {
    snomed: ['80515008', 'Large liver (disorder)'],
    icd: ['R16.0', 'Hepatomegaly, not elsewhere classified'],
  }),
  spleen: says('splenomegaly', 'enlarged spleen', {
    snomed: ['16294009', 'Splenomegaly (disorder)'],
    icd: ['R16.1', 'Splenomegaly, not elsewhere classified'],
    concept: 200527,
  }),
  nodes: says('lymphadenopathy', 'enlarged lymph nodes', {
    snomed: ['30746006', 'Lymphadenopathy (disorder)'],
    icd: ['R59.9', 'Enlarged lymph nodes, unspecified'],
  }),
} as const

export const GLAND = {
  testes: says('hypogonadism', 'hypogonadism', {
    oneKind: true,
    snomed: ['48723006', 'Male hypogonadism (disorder)'],
    icd: ['E29.1', 'Testicular hypofunction'],
  }),
  gynecomastia: says('gynecomastia', 'gynaecomastia', { snomed: ['4754008', 'Gynecomastia (disorder)'] }),
  erection: says('erectile-dysfunction', 'erectile dysfunction', {
    snomed: ['860914002', 'Erectile dysfunction (disorder)'],
    icd: ['N52.9', 'Male erectile dysfunction, unspecified'],
  }),
  amenorrhea: says('amenorrhea', 'amenorrhoea', {
    snomed: ['14302001', 'Amenorrhea (finding)'],
    icd: ['N91.2', 'Amenorrhea, unspecified'],
  }),
  thyroid: says('hypothyroidism', 'hypothyroidism', {
    snomed: ['40930008', 'Hypothyroidism (disorder)'],
    icd: ['E03.9', 'Hypothyroidism, unspecified'],
    concept: 140673,
  }),
  adrenal: says('adrenal-insufficiency', 'adrenal insufficiency', {
    snomed: ['386584007', 'adrenocortical insufficiency'],
    icd: ['E27.40', 'Unspecified adrenocortical insufficiency'],
  }),
  prolactin: says('hyperprolactinemia', 'hyperprolactinaemia', {
    snomed: ['237662005', 'Hyperprolactinemia (disorder)'],
    icd: ['E22.1', 'Hyperprolactinemia'],
  }),
  diabetes: says('diabetes-mellitus', 'type 2 diabetes', {
    oneKind: true,
    snomed: ['44054006', 'Diabetes mellitus type 2 (disorder)'],
    icd: ['E11.9', 'Type 2 diabetes mellitus without complications'],
    concept: 201826,
  }),
} as const

export const SKIN = {
  dark: says('hyperpigmentation', 'hyperpigmentation of the skin', {
    snomed: ['49765009', 'Hyperpigmentation of skin (disorder)'],
    icd: ['L81.4', 'Other melanin hyperpigmentation'],
  }),
  hair: says('hypertrichosis', 'hypertrichosis', {
    snomed: ['29966009', 'Hypertrichosis (disorder)'],
    icd: ['L68.9', 'Hypertrichosis, unspecified'],
  }),
  clubbing: says('clubbing', 'clubbing', {
    snomed: ['4373005', 'Clubbing of nail (disorder)'],
    icd: ['R68.3', 'Clubbing of fingers'],
  }),
  raynaud: says('raynaud', "Raynaud's phenomenon", {
    snomed: ['266261006', "Raynaud's phenomenon (finding)"],
    icd: ['I73.00', "Raynaud's syndrome without gangrene"],
    concept: 4143972,
  }),
} as const

export const FLUID = {
  edema: says('peripheral-edema', 'leg oedema', {
    snomed: ['271809000', 'Peripheral edema (disorder)'],
    icd: ['R60.0', 'Localized edema'],
  }),
  pleural: says('pleural-effusion', 'pleural effusion', {
    snomed: ['60046008', 'Pleural effusion (disorder)'],
    icd: ['J90', 'Pleural effusion, not elsewhere classified'],
    concept: 254061,
  }),
  ascites: says('ascites', 'ascites', {
    snomed: ['389026000', 'Ascites (disorder)'],
    icd: ['R18.8', 'Other ascites'],
    concept: 200528,
  }),
  pericardial: says('pericardial-effusion', 'pericardial effusion', {
    snomed: ['373945007', 'Pericardial effusion (disorder)'],
  }),
} as const

export const DISC = says('papilledema', 'optic disc oedema', {
  snomed: ['423341008', 'Edema of optic disc (disorder)'],
  icd: ['H47.10', 'Unspecified papilledema'],
})

export const BLOOD = {
  platelets: says('thrombocytosis', 'thrombocytosis', {
    snomed: ['6631009', 'Thrombocytosis (disorder)'],
    icd: ['D75.839', 'Thrombocytosis, unspecified'],
    concept: 4280071,
  }),
  redCells: says('polycythemia', 'erythrocytosis', {
    snomed: ['127062003', 'Erythrocytosis (disorder)'],
    concept: 4130681,
  }),
  anemia: says('anemia', 'anaemia', {
    snomed: ['271737000', 'Anemia (disorder)'],
    icd: ['D64.9', 'Anemia, unspecified'],
    concept: 439777,
  }),
} as const

export const OTHER = {
  weightLoss: says('weight-loss', 'weight loss', {
    snomed: ['89362005', 'Weight loss (finding)'],
    icd: ['R63.4', 'Abnormal weight loss'],
    concept: 4229881,
  }),
  fatigue: says('fatigue', 'fatigue', {
    snomed: ['84229001', 'Fatigue (finding)'],
    icd: ['R53.83', 'Other fatigue'],
    concept: 4223659,
  }),
  fever: says('fever', 'fever', {
    snomed: ['386661006', 'Fever (finding)'],
    icd: ['R50.9', 'Fever, unspecified'],
    concept: 437663,
  }),
  stroke: says('stroke', 'stroke', {
    oneKind: true,
    snomed: ['230690007', 'Cerebrovascular accident (disorder)'],
    icd: ['I63.9', 'Cerebral infarction, unspecified'],
    concept: 381316,
  }),
  pulmonaryHypertension: says('pulmonary-hypertension', 'pulmonary hypertension', {
    snomed: ['70995007', 'Pulmonary hypertension (disorder)'],
    icd: ['I27.20', 'Pulmonary hypertension, unspecified'],
    concept: 4322024,
  }),
  kidney: says('renal-impairment', 'kidney disease', {
    oneKind: true,
    snomed: ['709044004', 'Chronic kidney disease (disorder)'],
    icd: ['N18.9', 'Chronic kidney disease, unspecified'],
    concept: 46271022,
  }),
} as const
