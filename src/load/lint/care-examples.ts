import { type Engine, Evaluator, prepare, type Truth } from '../../core/index.ts'
import type { RuleExample, RuleNode } from '../../schema/index.ts'
import type { Entry } from '../authored.ts'
import { recordOf } from '../example/given.ts'
import { normaliseNode } from '../normalise/node.ts'
import { type EngineLint, reporter } from './lint.ts'

type Given = RuleExample['given']

/** Every example of the clinical path comes out as it says, and every band, answer and state is reached by one. */
export const careExampleFails: EngineLint = {
  id: 'care-example-fails',
  describe:
    'An example of the clinical path that does not come out as it says, or a band, answer or state without one.',
  severity: 'error',
  stage: 'engine',
  check: ({ authored, engine }) => {
    const { problems, report } = reporter('care-example-fails')
    const { care } = authored
    const unitOf = (key: string) => authored.findings.get(key)?.content.unit ?? '1'
    const ask = askerOf(engine)
    const expect = (entry: Entry<unknown>, i: number, said: unknown, is: unknown) => {
      if (said !== is)
        report(entry, ['examples', i], `says ${String(said)}, is ${String(is)}`, 'correct the example or the entry')
    }
    const reached = (entry: Entry<unknown>, what: string, wanted: readonly string[], found: ReadonlySet<string>) => {
      for (const name of wanted)
        if (!found.has(name)) report(entry, ['examples'], `no example reaches the ${what} ${name}`, 'add one')
    }
    for (const entry of care.complications.values()) {
      const trigger = normaliseNode(entry.content.trigger, unitOf)
      const found = new Set<string>()
      entry.content.examples.forEach((example, i) => {
        const value = ask(example.given as Given, trigger)
        found.add(String(value))
        expect(entry, i, example.trigger, value)
      })
      reached(entry, 'trigger', ['true', 'false', 'unknown'], found)
    }
    for (const entry of care.risk.values()) {
      const { factors, bands = [], examples } = entry.content
      const nodes = factors.map((factor) => normaliseNode(factor.when, unitOf))
      const found = new Set<string>()
      examples.forEach((example, i) => {
        const values = nodes.map((node) => ask(example.given as Given, node))
        const low = values.filter((value) => value === true).length
        const high = low + values.filter((value) => value === 'unknown').length
        const bandAt = (count: number) => bands.findLast((band) => band.from <= count)?.band
        const band = bandAt(low) === bandAt(high) ? bandAt(low) : undefined
        if (band) found.add(band)
        expect(entry, i, `${example.low}–${example.high}`, `${low}–${high}`)
        if (example.band !== undefined) expect(entry, i, example.band, band)
      })
      reached(
        entry,
        'band',
        bands.map((band) => band.band),
        found,
      )
    }
    for (const entry of care['treatment/pathway'].values()) {
      const answers = entry.content.answers.map((answer) => ({
        id: answer.id,
        when: normaliseNode(answer.when, unitOf),
      }))
      const found = new Set<string>()
      entry.content.examples.forEach((example, i) => {
        const answer = answers.find(({ when }) => ask(example.given as Given, when) === true)?.id ?? 'undetermined'
        found.add(answer)
        expect(entry, i, example.answer, answer)
      })
      reached(
        entry,
        'answer',
        answers.map((answer) => answer.id),
        found,
      )
    }
    for (const entry of care['treatment/cautions'].values()) {
      const when = entry.content.when && normaliseNode(entry.content.when, unitOf)
      const found = new Set<string>()
      entry.content.examples.forEach((example, i) => {
        const value = when && !entry.content.always ? ask(example.given as Given, when) : true
        const state = value === true ? 'applies' : value === 'unknown' ? 'check' : 'no'
        found.add(state)
        expect(entry, i, example.state, state)
      })
      reached(entry, 'state', entry.content.always ? ['applies'] : ['applies', 'check', 'no'], found)
    }
    return problems
  },
}

function askerOf(engine: Engine): (given: Given, node: RuleNode) => Truth | string {
  return (given, node) => {
    const { record, troubles } = recordOf(given, engine)
    if (troubles.length > 0) return troubles.join('; ')
    return new Evaluator(prepare(engine, record, Infinity)).node(node).value
  }
}
