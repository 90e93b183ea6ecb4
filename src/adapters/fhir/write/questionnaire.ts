import type { QuestionnaireItem } from 'fhir/r4.js'
import type { Missing } from '../../../schema/view.ts'
import type { Paper } from './paper.ts'

/** The canonical name of the questions that a criteria set leaves open. */
const QUESTIONNAIRE = 'urn:scansion:questionnaire:'
/** The answers to a finding, as codes of our own. */
export const ANSWERS = 'urn:scansion:answer'
const UNIT = 'http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption'
const UCUM = 'http://unitsofmeasure.org'

/**
 * What the default criteria set lacks, as a Questionnaire that any form filler can show; its answers are read back from a
 * QuestionnaireResponse. A question may be left open: what is not answered stays not stated.
 */
export function addQuestionnaire(paper: Paper): void {
  const { conclusion, criteria } = paper.assessment
  const set = criteria.find(({ id }) => id === conclusion.criteria)
  if (set === undefined || set.missing.length === 0) return
  paper.add('Questionnaire', {
    resourceType: 'Questionnaire',
    url: `${QUESTIONNAIRE}${set.id}`,
    version: paper.assessment.knowledge.version,
    name: 'WhatWouldSettleIt',
    title: `What would settle it: ${set.title}`,
    status: 'draft',
    subjectType: ['Patient'],
    item: set.missing.map((missing) => question(paper, missing)),
  })
}

function question(paper: Paper, { key, ask, label, question: asked }: Missing): QuestionnaireItem {
  const linkId = key ?? ask ?? label
  const text = asked ?? label
  const finding = paper.engine.knowledge.findings[linkId]
  if (finding?.kind === 'measurement') {
    const unit = finding.unit ?? '1'
    const extension = [{ url: UNIT, valueCoding: { system: UCUM, code: unit, display: unit } }]
    return { linkId, text, type: 'quantity', required: false, extension }
  }
  const choices = finding?.values?.map((value) => ({ code: value, display: finding.words?.[value] ?? value }))
  const answers = choices ?? [
    { code: 'present', display: 'yes, present' },
    { code: 'absent', display: 'no, looked for and absent' },
    { code: 'equivocal', display: 'looked for and not clear' },
  ]
  const answerOption = answers.map((answer) => ({ valueCoding: { system: ANSWERS, ...answer } }))
  return {
    linkId,
    text,
    type: 'choice',
    required: false,
    repeats: choices === undefined ? undefined : true,
    answerOption,
  }
}
