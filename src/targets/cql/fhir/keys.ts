import type { Engine } from '../../../core/index.ts'
import { FACT } from '../functions.ts'
import { identifier, text, texts } from '../spelling.ts'
import { givenText } from './courses.ts'
import { factsName, type Measurable, measurablesOf, measuredText } from './measured.ts'
import { numberLists, resultsName, unitText } from './numbers.ts'
import type { FhirOptions } from './options.ts'
import { type KeyCodes, keyCodes } from './sets.ts'

const TREATED_AS = 'treated-as'
const NO_FACTS = `List<${FACT}>{}`

/** The facts of the keys that a library reads, by what their codes and answers state. */
export class Keys {
  /** All keys of which facts are made, sorted. */
  readonly keys: readonly string[]
  /** The value sets that are named. */
  readonly sets = new Set<string>()
  readonly #engine: Engine
  readonly #options: FhirOptions

  constructor(engine: Engine, options: FhirOptions, asked: readonly string[]) {
    this.#engine = engine
    this.#options = options
    const measurements = asked.flatMap((key) => measurablesOf(engine, key).map(({ measurement }) => measurement))
    this.keys = [...new Set([...asked, ...measurements])].sort()
  }

  /** The defines, each after those it names. */
  text(): string {
    const { findings } = this.#engine.knowledge
    const treatments = Object.keys(findings).filter((key) => findings[key]?.kind === 'treatment' && this.#codes(key))
    const labels = (findings[TREATED_AS]?.values ?? []).flatMap((label) => {
      const codes = this.#codes(TREATED_AS, label)
      return codes ? [{ label, facts: flat(this.#chosen(TREATED_AS, label, codes)) }] : []
    })
    const measurements = this.keys.filter((key) => findings[key]?.kind === 'measurement')
    const made = this.keys.flatMap((key) => measurablesOf(this.#engine, key))
    return [
      ...this.#results(
        measurements,
        labels.map(({ label }) => label),
      ),
      givenText(this.#engine, treatments, labels),
      ...measurements.map((key) => unitText(this.#engine, key)),
      ...made.map((one) => measuredText(one).define),
      ...this.keys.map((key) => `define ${factsName(key)}:\n  Known(${flat(this.#lists(key))})\n`),
    ].join('\n')
  }

  #codes(key: string, value?: string): KeyCodes | undefined {
    const codes = keyCodes(this.#engine, this.#options, key, value)
    for (const set of codes?.sets ?? []) this.sets.add(set)
    return codes
  }

  /** Results are retrieved by their codes, once for each set. */
  #results(measurements: readonly string[], labels: readonly string[]): readonly string[] {
    const { findings } = this.#engine.knowledge
    const stated = this.keys.filter((key) => {
      const kind = findings[key]?.kind
      return kind === 'finding' || kind === 'diagnosis'
    })
    const opens = measurements.flatMap((key) => {
      const { specimen } = this.#options.specimenOf(key)
      return specimen === undefined ? [] : [`${key.slice(0, key.lastIndexOf('-'))}-unspecified`]
    })
    const plain = [...new Set([...stated, ...measurements, ...opens])].map((key) => ({
      name: key,
      codes: this.#codes(key),
    }))
    const choices = this.keys
      .filter((key) => findings[key]?.kind === 'choice' && key !== TREATED_AS)
      .flatMap((key) => (findings[key]?.values ?? []).map((value) => ({ key, value })))
    const valued = [...choices, ...labels.map((value) => ({ key: TREATED_AS, value }))].map(({ key, value }) => ({
      name: `${key} ${value}`,
      codes: this.#codes(key, value),
    }))
    return [...plain, ...valued].flatMap(({ name, codes }) =>
      codes === undefined
        ? []
        : [
            `define ${resultsName(name)}:\n  flatten {\n    Wholes([Observation: ${codes.retrieved}]${codes.isPlain ? '' : ` O where exists ((CodesOf(O.code)) X where ${codes.counts})`}),\n    "Parts" R where not R.asserted and exists (R.codes X where ${codes.counts}) return all R\n  }\n`,
          ],
    )
  }

  #lists(key: string): readonly string[] {
    const kind = this.#engine.knowledge.findings[key]?.kind
    switch (kind) {
      case 'measurement':
        return [...numberLists(this.#options, key, (name) => this.#codes(name)), ...this.#answeredNumbers(key)]
      case 'finding':
      case 'diagnosis':
        return [
          ...this.#stated(key, kind),
          ...answers(key),
          ...measurablesOf(this.#engine, key).map((one: Measurable) => measuredText(one).facts),
        ]
      case 'treatment':
        return [`GivenFacts(${text(key)})`, ...answers(key)]
      case 'choice':
        return this.#choice(key)
      default:
        return answers(key)
    }
  }

  #stated(key: string, kind: 'finding' | 'diagnosis'): readonly string[] {
    const codes = this.#codes(key)
    if (codes === undefined) return []
    const { counts, exact } = codes
    const named = text(key)
    const system =
      exact === 'false'
        ? `First(R.codes X where ${counts} return all X).system`
        : `Coalesce(Last(R.codes X where ${exact} return all X), First(R.codes X where ${counts} return all X)).system`
    const isExact = exact === 'false' ? exact : `exists (R.codes X where ${exact})`
    return [
      `(${resultsName(key)} R return all StatedFact(${named}, R, ${isExact}, ${system})) F where F.status is not null return all F`,
      ...(codes.disease
        ? [
            `"Found" R where exists (R.found X where ${codes.disease}) return all FoundFact(${named}, R)`,
            `Concluded(${named}, "Conclusions" C where exists (C.codes X where ${codes.disease}) return all C)`,
            `PresentBy(${named}, ${conditions(codes.retrieved, codes.disease, codes.isPlain)})`,
          ]
        : []),
      ...(codes.exactDisease
        ? [`RefutedBy(${named}, ${conditions(codes.exactSet, codes.exactDisease, codes.isPlain)})`]
        : []),
      ...(codes.exactDisease && kind === 'finding'
        ? [`GoneBy(${named}, ${conditions(codes.exactSet, codes.exactDisease, codes.isPlain)})`]
        : []),
    ]
  }

  /** Facts that state one choice of a key. */
  #chosen(key: string, value: string, codes: KeyCodes): readonly string[] {
    const fact = (days: string) => `Answered(${text(key)}, null as String, ${text(value)}, ${days})`
    const system =
      codes.exact === 'false'
        ? `First(R.codes X where ${codes.counts} return all X).system`
        : `Coalesce(Last(R.codes X where ${codes.exact} return all X), First(R.codes X where ${codes.counts} return all X)).system`
    return [
      `${resultsName(`${key} ${value}`)} R where Stated(R, true, ${system}) = 'present' return all ${fact('R.around.dated')}`,
      ...(codes.disease
        ? [
            `"Found" R where exists (R.found X where ${codes.disease}) return all ${fact('R.around.dated')}`,
            `ChosenBy(${text(key)}, ${text(value)}, ${conditions(codes.retrieved, codes.disease, codes.isPlain)})`,
          ]
        : []),
    ]
  }

  #choice(key: string): readonly string[] {
    const values = this.#engine.knowledge.findings[key]?.values ?? []
    const spelt = values.map((value) => `when ${text(value.toLowerCase())} then ${text(value)}`).join(' ')
    const answered = `("Answers" A where A.key = ${text(key)} return all Answered(A.key, null as String, case Lower(A.says) ${spelt} else null end, A.dated)) F where F.choice is not null return all F`
    const first =
      key === TREATED_AS
        ? [
            `"Given" G where G.label in ${texts(values)} return all Answered(${text(key)}, null as String, G.label, Tuple { fromDay: G.fromDay, toDay: G.toDay })`,
          ]
        : values.flatMap((value) => {
            const codes = this.#codes(key, value)
            return codes ? this.#chosen(key, value, codes) : []
          })
    const sex =
      key === 'sex'
        ? [
            `({ "Sex" }) S where S is not null return all Answered('sex', null as String, S, Tuple { fromDay: null as Integer, toDay: null as Integer })`,
          ]
        : []
    return [...sex, ...first, ...(values.length > 0 ? [answered] : [])]
  }

  #answeredNumbers(key: string): readonly string[] {
    const { specimen } = this.#options.specimenOf(key)
    const said = specimen === undefined ? 'null as String' : text(specimen)
    const value = `${identifier(`in the unit of ${key}`)}(NoLess(A.value), A.unit)`
    return [
      `("Answers" A where A.key = ${text(key)} return all NumberOf(A.key, ${value}, A.comparator, null as Decimal, null as Decimal, null as String, A.dated, null as String, null as String, ${said})) F where F.value is not null return all F`,
    ]
  }
}

/** Conditions by a set; where that holds codes that name no disease, by the others. */
function conditions(set: string, counts: string, isPlain: boolean): string {
  return isPlain ? `[Condition: ${set}]` : `[Condition: ${set}] C where exists ((CodesOf(C.code)) X where ${counts})`
}

function answers(key: string): readonly string[] {
  return [`AnswersAbout(${text(key)})`]
}

function flat(lists: readonly string[]): string {
  return lists.length === 0 ? NO_FACTS : `flatten {\n    ${lists.join(',\n    ')}\n  }`
}
