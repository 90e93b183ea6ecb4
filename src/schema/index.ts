export {
  Assessment,
  type CautionView,
  type Conclusion,
  type CriteriaResult,
  type FactView,
  type Grade,
  type LetterView,
  type Missing,
  type RedFlags,
  type Sentence,
  type TreeView,
  type Verdict,
} from './assessment.ts'
export type * from './engine.ts'
export { Code, Conflict, Confounder, Finding, Measured, Phrases, Settings, Source, WorkupTest } from './knowledge.ts'
export { Problem } from './problem.ts'
export { AuthoredRecord, When } from './record.ts'
export { AuthoredNode, Rule, RuleExample, TimeMode } from './rule.ts'
export { Citation, Citations, Id, Review } from './shared.ts'
