import { LogicEngine } from 'json-logic-engine'
import { Engine as JsonRules, type NestedCondition } from 'json-rules-engine'
import Publicodes from 'publicodes'
import { awaiting, type Contender, counting, type Judge, type Verdict, verdictOf } from './contender.ts'
import { knownIn } from './hand/three-valued.ts'
import { presentIn } from './hand/two-valued.ts'
import type { RawRecord } from './record.ts'
import { AS_OF } from './records.ts'

/** The two-valued rule as a tree, from which each engine's own form is made. */
type Tree = string | { readonly all: readonly Tree[] } | { readonly any: readonly Tree[] } | { readonly not: Tree }

const all = (...of: Tree[]): Tree => ({ all: of })
const any = (...of: Tree[]): Tree => ({ any: of })
const choose = (when: Tree, then: Tree, otherwise: Tree): Tree => any(all(when, then), all({ not: when }, otherwise))

const NEUROPATHY = any(
  'polyneuropathy',
  'treated-as-neuropathy',
  all(
    any('neuropathy-sensory', 'neuropathy-motor'),
    any('neuropathy-symmetric', 'neuropathy-distal-onset', 'ncs-demyelinating', 'ncs-axonal'),
  ),
)
const CLONE = any(
  'm-protein-ife',
  'm-protein-urine',
  'm-protein-spep',
  'monoclonal-protein',
  'clonal-marrow-plasma-cells',
  'plasmacytoma',
  'clonal-plasma-cell-disorder',
  'mgus',
  'multiple-myeloma',
)
const MAJOR = any(
  'castleman-histology',
  'castleman-disease',
  'sclerotic-bone-lesion',
  'mixed-bone-lesion',
  'sclerotic-lesion',
  'vegf-raised',
)
const FLUID = choose(
  all('unexplained-fluid', any('heart-failure', 'cirrhosis', 'nephrotic-syndrome')),
  'fluid-beyond-its-cause',
  any('peripheral-edema', 'pleural-effusion', 'ascites', 'anasarca', 'pericardial-effusion', 'volume-overload'),
)
const ENDOCRINE = any(
  'hypogonadism',
  'adrenal-insufficiency',
  'hyperprolactinemia',
  'hypopituitarism',
  'hyperparathyroidism',
  'hypoparathyroidism',
  'gynecomastia',
  'amenorrhea',
  'endocrinopathy',
  choose(
    'erectile-dysfunction',
    'erectile-dysfunction-from-hypogonadism',
    all(any('diabetes-mellitus', 'glucose-intolerance'), 'hypothyroidism', 'weak-endocrine-axes-count'),
  ),
)
const MINOR = any(
  'hepatomegaly',
  'splenomegaly',
  'lymphadenopathy',
  'multicentric-lymphadenopathy',
  'organomegaly',
  FLUID,
  ENDOCRINE,
  'hyperpigmentation',
  'hypertrichosis',
  'glomeruloid-hemangioma',
  'plethora',
  'acrocyanosis',
  'flushing',
  'white-nails',
  'skin-changes',
  'papilledema',
  'thrombocytosis',
  'polycythemia',
)
const MAYO = all(NEUROPATHY, CLONE, MAJOR, MINOR)

function keysOf(tree: Tree): string[] {
  if (typeof tree === 'string') return [tree]
  if ('not' in tree) return keysOf(tree.not)
  return ('all' in tree ? tree.all : tree.any).flatMap(keysOf)
}

const KEYS = [...new Set(keysOf(MAYO))]
type Facts = Readonly<Record<string, boolean>>

function factsOf(raw: RawRecord): Facts {
  const present = presentIn(raw, AS_OF)
  return Object.fromEntries(KEYS.map((key) => [key, present.has(key)]))
}

const SILENT = { log() {}, warn() {}, error() {} }

interface Peer {
  readonly name: string
  readonly met: (facts: Facts) => boolean | Promise<boolean>
  readonly records: number
  readonly sample: number
}

function jsonRules(): Peer {
  const form = (tree: Tree): NestedCondition => {
    if (typeof tree === 'string') return { fact: tree, operator: 'equal', value: true }
    if ('not' in tree) return { not: form(tree.not) }
    return 'all' in tree ? { all: tree.all.map(form) } : { any: tree.any.map(form) }
  }
  const engine = new JsonRules([{ conditions: { all: [form(MAYO)] }, event: { type: 'met' } }])
  return {
    name: 'json-rules-engine',
    records: 200,
    sample: 2000,
    met: async (facts) => (await engine.run({ ...facts })).events.length === 1,
  }
}

function jsonLogic(): Peer {
  const form = (tree: Tree): object => {
    if (typeof tree === 'string') return { var: tree }
    if ('not' in tree) return { '!': form(tree.not) }
    return 'all' in tree ? { and: tree.all.map(form) } : { or: tree.any.map(form) }
  }
  const compiled = new LogicEngine().build(form(MAYO))
  return { name: 'json-logic-engine, compiled', records: 2000, sample: 2000, met: (facts) => compiled(facts) === true }
}

/** Publicodes speaks French, and its names have no hyphens. Here what is not present is "non". */
function publicodes(): Peer {
  const name = (key: string): string => key.replaceAll('-', ' ')
  const rules: Record<string, object> = Object.fromEntries(
    KEYS.map((key) => [name(key), { question: key, 'par défaut': 'non' }]),
  )
  let inner = 0
  const form = (tree: Tree): string | object => {
    if (typeof tree === 'string') return name(tree)
    if ('not' in tree) {
      const own = `partie ${++inner}`
      const of = form(tree.not)
      rules[own] = typeof of === 'string' ? { valeur: of } : of
      return `${own} = non`
    }
    return 'all' in tree
      ? { 'toutes ces conditions': tree.all.map(form) }
      : { 'une de ces conditions': tree.any.map(form) }
  }
  rules.mayo = Object(form(MAYO))
  const engine = new Publicodes(rules as ConstructorParameters<typeof Publicodes>[0], { logger: SILENT })
  const met = (facts: Facts): boolean => {
    const situation = Object.fromEntries(KEYS.map((key) => [name(key), facts[key] ? 'oui' : 'non']))
    return engine.setSituation(situation).evaluate('mayo').nodeValue === true
  }
  return { name: 'publicodes', records: 50, sample: 1000, met }
}

/** The groups as questions, each left open where nothing is known: publicodes has a third value, undefined. */
function publicodesOnGroups(): Judge {
  const name = (key: string): string => key.replaceAll('-', ' ')
  const groups = [
    ['polyneuropathy'],
    ['clonal-plasma-cell-disorder'],
    ['castleman-histology', 'sclerotic-lesion', 'vegf-raised'],
    ['organomegaly', 'volume-overload', 'endocrinopathy', 'skin-changes', 'papilledema', 'thrombocytosis'],
  ]
  const keys = groups.flat()
  const rules: Record<string, object> = Object.fromEntries(keys.map((key) => [name(key), { question: key }]))
  rules.mayo = { 'toutes ces conditions': groups.map((of) => ({ 'une de ces conditions': of.map(name) })) }
  const engine = new Publicodes(rules as ConstructorParameters<typeof Publicodes>[0], { logger: SILENT })
  const judge = (raw: RawRecord): Verdict => {
    const known = knownIn(raw, AS_OF)
    const said = keys.filter((key) => known.has(key))
    const situation = Object.fromEntries(said.map((key) => [name(key), known.get(key) ? 'oui' : 'non']))
    return verdictOf(engine.setSituation(situation).evaluate('mayo').nodeValue)
  }
  return {
    name: 'publicodes, groups as questions',
    threeValued: true,
    sample: 2000,
    judge: (records) => records.map(judge),
  }
}

/** Rule engines of other fields, on the same two-valued rule. */
export function others(records: readonly RawRecord[]): { contenders: Contender[]; judges: Judge[] } {
  const peers = [jsonRules(), jsonLogic(), publicodes()]
  return {
    contenders: peers.flatMap((peer) => passes(peer, records.slice(0, peer.records))),
    judges: [...peers.map(judgeOf), publicodesOnGroups()],
  }
}

function judgeOf(peer: Peer): Judge {
  return {
    name: peer.name,
    threeValued: false,
    sample: peer.sample,
    judge: async (sample) => {
      const verdicts: Verdict[] = []
      for (const raw of sample) verdicts.push(verdictOf(await peer.met(factsOf(raw))))
      return verdicts
    },
  }
}

function passes({ name, met }: Peer, records: readonly RawRecord[]): Contender[] {
  const size = records.length
  const prepared = () => records.map(factsOf)
  if (name.startsWith('json-logic')) {
    const sync = (facts: Facts): boolean => met(facts) === true
    return [
      {
        name,
        from: 'raw',
        records: size,
        pass: counting(
          () => records,
          (raw) => sync(factsOf(raw)),
        ),
      },
      { name, from: 'prepared', records: size, pass: counting(prepared, sync) },
    ]
  }
  const later = async (facts: Facts): Promise<boolean> => met(facts)
  return [
    {
      name,
      from: 'raw',
      records: size,
      pass: awaiting(
        () => records,
        (raw) => later(factsOf(raw)),
      ),
    },
    { name, from: 'prepared', records: size, pass: awaiting(prepared, later) },
  ]
}
