export { Assessment, type Conclusion, type CriteriaResult, type LetterView, type RedFlags } from './assessment.ts'
export {
  AxisView,
  CautionOfDrug,
  CodingView,
  ComplicationView,
  ConditionView,
  type EvidenceView,
  MonitoringItem,
  RecoveryView,
  RiskView,
  StatementView,
  SupportView,
  TreatmentView,
  WorkupItem,
} from './assessment-care.ts'
export type {
  Complication,
  Condition,
  DrugCaution,
  PathwayNode,
  Regimen,
  ResponseAxis,
  Risk,
  Said,
  Schedule,
} from './care.ts'
export type { CasesFile, CasesList, SampleCase } from './cases.ts'
export type * from './engine.ts'
export { type CareKnowledge, type Compiled, NO_CARE, type NodeField, type Reading } from './engine-care.ts'
export type { GuideFile, GuideInterval, GuideSchedule } from './guide.ts'
export { Code, Conflict, Confounder, Finding, Measured, Phrases, Settings, Source, WorkupTest } from './knowledge.ts'
export type { PageFile } from './page.ts'
export { Problem } from './problem.ts'
export { AuthoredRecord, When } from './record.ts'
export { AuthoredNode, Rule, RuleExample, TimeMode } from './rule.ts'
export { Citation, Citations, Id, Review } from './shared.ts'
export type { CautionView, FactView, Grade, Missing, Sentence, TreeView, Verdict } from './view.ts'
