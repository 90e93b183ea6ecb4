import { runExample } from '../example/run.ts'
import { type EngineLint, reporter, type TextLint } from './lint.ts'

export const exampleFails: EngineLint = {
  id: 'example-fails',
  describe: 'An example of a rule that does not come out as it says.',
  severity: 'error',
  stage: 'engine',
  check: ({ authored, engine }) => {
    const { problems, report } = reporter('example-fails')
    for (const entry of authored.rules.values()) {
      entry.content.examples.forEach((example, i) => {
        for (const { field, what } of runExample(entry.id, example, engine)) {
          report(
            entry,
            ['examples', i, field],
            `example ${i + 1}, ${field}: ${what}`,
            'correct the example or the rule',
          )
        }
      })
    }
    return problems
  },
}

export const exampleWanting: TextLint = {
  id: 'example-wanting',
  describe: 'A rule without an example that it meets and one that it does not.',
  severity: 'error',
  stage: 'text',
  blocks: false,
  check: ({ authored }) => {
    const { problems, report } = reporter('example-wanting')
    for (const entry of authored.rules.values()) {
      const met = entry.content.examples.filter((example) => example.then === 'met').length
      if (met === 0) report(entry, ['examples'], 'no example meets the rule', 'add one')
      if (met === entry.content.examples.length)
        report(entry, ['examples'], 'every example meets the rule', 'add one that does not')
    }
    return problems
  },
}
