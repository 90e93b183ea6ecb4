import { type Engine, labelOf } from '../../core/index.ts'
import type { LibraryFile } from '../../load/index.ts'
import type { EngineRule, RuleNode, Statement } from '../../schema/engine.ts'
import type { RuleExample } from '../../schema/rule.ts'
import { askedFirst, type ExampleNames, GIVEN, givenWords, verdictWords } from '../../targets/prose/index.ts'
import { type Page, type Part, PROPOSAL } from '../render/page.ts'
import { hang } from '../render/text.ts'
import { rulesOf } from './finding.ts'
import { bullets, prose, reviewPart, sentences, titlePart } from './parts.ts'
import { ruleWords } from './rule-words.ts'

/** A rule: plain words, the rule as an indented list, grade and cautions, what counts, examples. */
export function ruleParts(id: string, library: LibraryFile, engine: Engine, page: Page): readonly Part[] {
  const rule = library.rules[id]
  const compiled = engine.knowledge.rules[id]
  if (!rule || !compiled) return []
  const status = rule.status ? `, ${rule.status}` : ''
  const marks = rule.proposal ? ` ${PROPOSAL}` : ''
  return [
    titlePart(`${rule.title}${marks}`, `${KIND[rule.section] ?? 'rule'}${status}`, id, page),
    prose(
      '',
      [rule.plain, rule.note]
        .filter((text) => text !== undefined)
        .join(' ')
        .concat(page.numbering.cite(rule.sources)),
      page,
    ),
    ...logicParts(compiled, engine, page),
    ...gradeParts(compiled, engine, page),
    statements('Cautions', compiled.cautions, engine, page),
    sentences('Counts', rule.counts, page),
    sentences('Does not count', rule['counts-not'], page),
    sentences('An earned absence may be overturned by', rule.overturned, page),
    bullets(
      'Says',
      compiled.says === undefined ? [] : [engine.knowledge.phrases[compiled.says] ?? compiled.says],
      page,
    ),
    {
      heading: `Examples (${GIVEN})`,
      lines: rule.examples.flatMap((example) =>
        exampleLines(example, rule.section, engine, namesIn(library, engine), page),
      ),
    },
    prose('Used by', rulesOf(rule.usedBy), page),
    reviewPart(rule.review, page),
  ]
}

const KIND: Readonly<Record<string, string>> = {
  criteria: 'criteria set',
  derived: 'derived finding',
  'red-flags': 'red flag',
}

function logicParts(rule: EngineRule, engine: Engine, page: Page): readonly Part[] {
  const told = new Map<string, string>()
  const part = (heading: string, node: RuleNode | undefined, reading?: 'shown'): Part => ({
    heading,
    lines: node ? ruleWords(engine, node, page, { told, reading }) : [],
  })
  return [
    part('Holds when', rule.when),
    part('Present when', rule.presentWhen),
    part('Absent when (earned, never just the negation)', rule.absentWhen),
    ...(rule.askWhen ?? []).map((ask) =>
      part(`Asks "${ask.question}"${ask.proposal ? ` ${PROPOSAL}` : ''} when`, ask.when),
    ),
    ...(rule.categories ?? []).map((tier) => part(`Category ${tier.id} when`, tier.when)),
    part('Eligible when', rule.eligible),
    part(`Level high (else ${rule.level?.otherwise ?? 'medium'}) when`, rule.level?.high, 'shown'),
  ]
}

function gradeParts(rule: EngineRule, engine: Engine, page: Page): readonly Part[] {
  if (!rule.grade) return []
  const { caps, strong } = rule.grade
  const heading = `Graded strong with at least ${strong.unflaggedMinors} unflagged minor criteria, when`
  return [
    { heading, lines: ruleWords(engine, strong.when, page, { reading: 'shown' }) },
    statements('Graded weak when', caps, engine, page),
  ]
}

function statements(heading: string, items: readonly Statement[] | undefined, engine: Engine, page: Page): Part {
  const texts = (items ?? []).map(
    (item) =>
      `${engine.knowledge.phrases[item.says] ?? item.says}${item.proposal ? ` ${PROPOSAL}` : ''}${page.numbering.cite(item.sources)}`,
  )
  return sentences(heading, texts, page)
}

function exampleLines(
  example: RuleExample,
  section: string,
  engine: Engine,
  names: ExampleNames,
  page: Page,
): readonly string[] {
  const then = [verdictWords(example, section), askedFirst(example, names)].filter((part) => part !== undefined)
  const why = example.why ? ` (${example.why})` : ''
  return hang('  - ', `${givenWords(engine, example, names).join('; ')} → ${then.join('; ')}${why}`, page.width)
}

/** Findings, rules and questions by the words for them. */
function namesIn(library: LibraryFile, engine: Engine): ExampleNames {
  const questions = new Map(
    Object.values(library.rules).flatMap((rule) => (rule['ask-when'] ?? []).map((ask) => [ask.id, ask.question])),
  )
  return {
    name: (id) => {
      const question = questions.get(id)
      return question === undefined ? labelOf(engine, id) : `“${question}”`
    },
    isQuestion: (id) => questions.has(id),
  }
}
