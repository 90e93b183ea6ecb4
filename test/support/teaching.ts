import { type Static, Type } from 'typebox'
import type { Assessment } from '../../src/schema/assessment.ts'

/** What a teaching case expects of the clinical path. Each field is compared with what `sectionsOf` reads off. */

const Names = Type.Array(Type.String())
const Words = Type.Record(Type.String(), Type.String())

export const EXPECTED_SECTIONS = {
  treatment: Type.Optional(
    Type.Object(
      {
        path: Type.Optional(Names),
        discuss: Type.Optional(Names),
        options: Type.Optional(Names),
        missing: Type.Optional(Names),
        cautions: Type.Optional(Words),
        'not-cautions': Type.Optional(Names),
      },
      { additionalProperties: false },
    ),
  ),
  risk: Type.Optional(Type.Record(Type.String(), Type.Array(Type.Union([Type.Integer(), Type.String()])))),
  response: Type.Optional(Words),
  why: Type.Optional(Words),
  confounders: Type.Optional(Type.Record(Type.String(), Type.Integer())),
  monitoring: Type.Optional(Words),
  phase: Type.Optional(Type.String()),
  complications: Type.Optional(Type.Record(Type.String(), Type.Union([Type.Boolean(), Type.String()]))),
  workup: Type.Optional(Words),
  differential: Type.Optional(Names),
  support: Type.Optional(Names),
  recovery: Type.Optional(Type.String()),
  problems: Type.Optional(Names),
}
const Expected = Type.Object(EXPECTED_SECTIONS)
export type ExpectedSections = Static<typeof Expected>

type Told = Readonly<Record<string, unknown>>

/** The part of each section that a case names, in its words. Example: `vegf: "not-complete -57 confirmed"`. */
export function sectionsOf(assessment: Assessment, wanted: ExpectedSections): Told {
  const told: Record<string, unknown> = {
    treatment: wanted.treatment && treatmentOf(assessment, wanted.treatment),
    risk: wanted.risk && picked(wanted.risk, riskOf(assessment)),
    response: wanted.response && responseOf(assessment),
    why: wanted.why && whyOf(assessment, wanted.why),
    confounders: wanted.confounders && picked(wanted.confounders, confoundersOf(assessment)),
    monitoring: wanted.monitoring && monitoringOf(assessment, wanted.monitoring),
    phase: assessment.monitoring?.[0]?.phase,
    complications: wanted.complications && picked(wanted.complications, complicationsOf(assessment)),
    workup: wanted.workup && picked(wanted.workup, new Map(assessment.workup.map((item) => [item.test, item.status]))),
    differential: wanted.differential?.filter((id) => assessment.differential.some((view) => view.condition === id)),
    support: wanted.support?.filter((id) => assessment.support?.some((item) => item.id === id)),
    recovery: assessment.recovery ? (assessment.recovery.shown ? 'shown' : 'hidden') : 'none',
    problems: assessment.problems.map((problem) => problem.code),
  }
  const named = Object.keys(EXPECTED_SECTIONS).filter((name) => name in wanted)
  return Object.fromEntries(named.map((name) => [name, told[name]]))
}

function picked(wanted: object, found: ReadonlyMap<string, unknown>): Told {
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, found.get(name)]))
}

function treatmentOf({ treatment }: Assessment, wanted: NonNullable<ExpectedSections['treatment']>): Told | undefined {
  if (!treatment) return undefined
  const cautions = [...treatment.options, ...treatment.cautions].flatMap((item) => item.cautions)
  const states = new Map(cautions.map((caution) => [caution.id, caution.state]))
  const missing = treatment.path.flatMap((step) => step.missing.map((item) => item.ask ?? item.key))
  const told: Told = {
    path: treatment.path.map((step) => step.answer),
    discuss: treatment.discuss,
    options: treatment.options.map((option) => option.regimen),
    missing: wanted.missing?.filter((key) => missing.includes(key)),
    cautions: wanted.cautions && picked(wanted.cautions, states),
    'not-cautions': wanted['not-cautions']?.filter((id) => !states.has(id)),
  }
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, told[name]]))
}

/** `seven-factor@diagnosis`: lowest and highest count, then the band, or the two it may be. */
function riskOf({ risk = [] }: Assessment): ReadonlyMap<string, unknown> {
  return new Map(
    risk.map(({ id, at, low, high, band }) => {
      const bands = band === undefined ? [] : band.low === band.high ? [band.low] : [band.low, band.high]
      return [`${id}@${at}`, [low, high, ...bands]]
    }),
  )
}

function responseOf({ response = [] }: Assessment): Told {
  return Object.fromEntries(
    response.map(({ axis, value, change, relapse }) => {
      const size = change === undefined ? '' : ` ${change > 0 ? '+' : ''}${change}`
      return [axis, `${value}${size}${relapse ? ` ${relapse}` : ''}`]
    }),
  )
}

/** The words a case names, where the axis says them; else all that it says. */
function whyOf({ response = [] }: Assessment, wanted: Readonly<Record<string, string>>): Told {
  const said = (name: string) => response.find(({ axis }) => axis === name)?.why ?? ''
  return Object.fromEntries(
    Object.entries(wanted).map(([name, words]) => [name, said(name).includes(words) ? words : said(name)]),
  )
}

function confoundersOf({ response = [] }: Assessment): ReadonlyMap<string, number> {
  return new Map(response.map(({ axis, confounders }) => [axis, confounders.length]))
}

/** The status, with its due date where the case names one. An empty expectation is of an empty section. */
function monitoringOf({ monitoring = [] }: Assessment, wanted: Readonly<Record<string, string>>): Told {
  const shown = monitoring.filter(({ id }) => id in wanted || Object.keys(wanted).length === 0)
  return Object.fromEntries(
    shown.map(({ id, status, due }) => [id, wanted[id]?.includes(' ') ? `${status} ${due}` : status]),
  )
}

function complicationsOf({ complications = [] }: Assessment): ReadonlyMap<string, unknown> {
  return new Map(complications.map(({ id, value, urgent }) => [id, urgent ? 'urgent' : value]))
}
