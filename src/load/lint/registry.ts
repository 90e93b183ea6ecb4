import { careReference, careStatement } from './care.ts'
import { careExampleFails } from './care-examples.ts'
import { exampleFails, exampleWanting } from './examples.ts'
import { findingForm } from './finding-form.ts'
import { guideInvalid } from './guide.ts'
import { kindMismatch } from './kind-mismatch.ts'
import { kleeneGaps } from './kleene-gaps.ts'
import type { EngineLint, Lint, TextLint } from './lint.ts'
import { nameInvalid } from './names.ts'
import { neverMet } from './never-met.ts'
import { phraseFile, phraseInvalid, phraseUnknown, phraseUnused } from './phrases.ts'
import { ruleCycle } from './rule-cycle.ts'
import { ruleForm } from './rule-form.ts'
import { settingsLint } from './settings.ts'
import { sourceUncited, sourceUnknown } from './sources.ts'
import { absenceWithoutSource, statementWithoutSource } from './statement-without-source.ts'
import { unitMismatch } from './unit-mismatch.ts'
import { unknownKey } from './unknown-key.ts'
import { unverifiedOn } from './unverified-on.ts'
import { aliasShared, findingUnused } from './vocabulary.ts'

/** Linters of what is written, in the order in which they speak. */
export const TEXT_LINTS: readonly TextLint[] = [
  settingsLint,
  unknownKey,
  findingForm,
  ruleForm,
  kindMismatch,
  unitMismatch,
  ruleCycle,
  unverifiedOn,
  statementWithoutSource,
  absenceWithoutSource,
  sourceUnknown,
  sourceUncited,
  phraseFile,
  phraseUnknown,
  phraseInvalid,
  phraseUnused,
  guideInvalid,
  nameInvalid,
  exampleWanting,
  findingUnused,
  aliasShared,
  careReference,
  careStatement,
]

/** Linters of what the compiled rules mean. */
export const ENGINE_LINTS: readonly EngineLint[] = [exampleFails, careExampleFails, neverMet, kleeneGaps]

/** Every linter, for the reference and the tests. */
export const LINTS: readonly Lint[] = [...TEXT_LINTS, ...ENGINE_LINTS]
