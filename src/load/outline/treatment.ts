import type { Considerations, DrugCaution, PathwayNode, Regimen } from '../../schema/care.ts'
import type { Compiled } from '../../schema/index.ts'
import { condition, examples, type Outline, outline, statements, table } from './outline.ts'

type LabelOf = (key: string) => string

/** What an output of the pathway puts on the table, in words. Example: `discussWords('discuss-asct')` is "asct". */
function discussWords(output: string): string {
  return output
    .replace(/^discuss-/, '')
    .replace(/center$/, 'centre')
    .replaceAll('-', ' ')
}

export function pathwayOutline(
  id: string,
  entry: Compiled<PathwayNode>,
  written: PathwayNode | undefined,
  labelOf: LabelOf,
): Outline {
  const answers = entry.answers.map((answer) => {
    const outputs = answer.discuss?.map(discussWords) ?? []
    const next = answer.next ?? []
    const then = [
      outputs.length > 0 ? `Puts on the table: ${outputs.join(', ')}.` : '',
      next.length > 0 ? `Goes on to ${next.map(labelOf).join(', ')}.` : '',
    ].filter(Boolean)
    const says = [`${answer.id.replaceAll('-', ' ')}: ${answer.says}`, ...then].join(' ')
    return { ...answer, says, sources: answer.sources ?? entry.sources }
  })
  return outline(
    id,
    `node of the treatment pathway, step ${entry.step}`,
    entry,
    [
      statements('Answers, the first that holds', answers),
      statements('To consider', entry.considerations),
      examples(written?.examples, labelOf, ({ answer }) => answer.replaceAll('-', ' ')),
    ],
    entry.question,
  )
}

export function regimenOutline(id: string, entry: Compiled<Regimen>): Outline {
  const outcomes = entry.outcomes.map(({ n, setting, result, sources }) => ({ cells: [n, setting, result], sources }))
  const warning = {
    says: 'Birth defects: pregnancy must be excluded, for everybody and whatever the record says.',
    sources: entry.sources,
  }
  return outline(id, 'regimen: an option to discuss, without doses', entry, [
    { heading: 'Made of', ids: entry.drugs },
    { heading: 'Put on the table by', lines: entry.discuss.map((output) => ({ text: discussWords(output) })) },
    statements('For everybody', entry.immunomodulatory ? [warning] : []),
    table('Published outcomes', ['n', 'Setting', 'Result'], outcomes),
  ])
}

export function cautionOutline(
  id: string,
  entry: Compiled<DrugCaution>,
  written: DrugCaution | undefined,
  labelOf: LabelOf,
): Outline {
  const check = entry.check === undefined ? [] : [{ says: entry.check }]
  return outline(
    id,
    `caution, level ${entry.level.replaceAll('-', ' ')}${entry.always ? ', for everybody' : ''}`,
    entry,
    [
      { heading: 'Of', ids: entry.drugs },
      condition('Applies when', entry.when),
      statements('To check while the record is silent', check),
      examples(written?.examples, labelOf, ({ state }) => (state === 'no' ? 'does not apply' : state)),
    ],
    entry.says,
  )
}

export function considerationOutline(id: string, entry: Compiled<Considerations>): Outline {
  return outline(
    id,
    'considerations, without a choice',
    entry,
    [
      condition('Spoken of when', entry.when),
      statements('What speaks for it', entry.factors),
      statements('What pulls the other way', entry.opposing),
      statements('Positions', entry.positions),
    ],
    entry.says,
  )
}
