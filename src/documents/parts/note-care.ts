import type { Assessment, TreatmentView } from '../../schema/index.ts'
import type { Block, Said } from '../blocks.ts'
import type { Teller } from './teller.ts'

/** So many published results are told of an option; the rest is in the assessment. */
const OUTCOMES = 2

/** The path after the diagnosis: cautions first, then the way, options, response, complications, check-ups, conflicts. */
export function careBlocks(assessment: Assessment, teller: Teller, long: boolean): Block[] {
  const { treatment } = assessment
  return [
    ...(treatment && long ? treatmentBlocks(treatment, teller) : []),
    ...responseBlocks(assessment, teller),
    ...(long ? [...complicationBlocks(assessment, teller), ...checkUpBlocks(assessment, teller)] : []),
    ...(treatment && long ? conflictBlocks(treatment, teller) : []),
  ]
}

function section(name: string, items: readonly Said[], teller: Teller): Block[] {
  return items.length > 0 ? [teller.heading(name), { kind: 'list', items }] : []
}

function treatmentBlocks(treatment: TreatmentView, teller: Teller): Block[] {
  const { words } = teller
  const path = treatment.path.map((step) =>
    step.answer === 'undetermined' || step.says === undefined
      ? teller.told(words.say('guide.note.undecided', { question: step.question }), step)
      : teller.told(step.says, step),
  )
  const options = treatment.options.flatMap(({ title, outcomes }) =>
    outcomes.slice(0, OUTCOMES).map((outcome) => {
      const { n, setting, result } = outcome
      return teller.told(words.say('guide.note.option', { title, n, setting, result }), outcome)
    }),
  )
  return [
    ...section('cautions', cautionsOf(treatment, teller), teller),
    ...section('path', path, teller),
    ...section('options', options, teller),
  ]
}

/** Each caution once, under the first drug or option on which it stands. */
function cautionsOf({ options, cautions }: TreatmentView, teller: Teller): Said[] {
  const told = new Set<string>()
  return [...cautions, ...options].flatMap(({ title, cautions: own }) =>
    own.flatMap((caution) => {
      if (told.has(caution.id)) return []
      told.add(caution.id)
      const id = caution.state === 'check' ? 'guide.note.check' : 'guide.note.caution'
      return [teller.told(teller.words.say(id, { for: title, says: caution.says }), caution)]
    }),
  )
}

function responseBlocks({ response = [] }: Assessment, teller: Teller): Block[] {
  const items = response.map((axis) =>
    teller.told(teller.words.say('guide.referral.axis', { title: axis.title, why: axis.why }), axis),
  )
  return section('response', items, teller)
}

function complicationBlocks({ complications = [] }: Assessment, teller: Teller): Block[] {
  const items = complications
    .filter(({ value }) => value === true)
    .flatMap(({ title, urgent, actions }) =>
      actions.map((action) =>
        teller.told(
          teller.words.say('guide.note.complication', { title, urgent: String(urgent), says: action.says }),
          action,
        ),
      ),
    )
  return section('complications', items, teller)
}

function checkUpBlocks({ monitoring = [] }: Assessment, teller: Teller): Block[] {
  const items = monitoring
    .filter(({ status }) => status === 'due' || status === 'overdue')
    .map((item) => {
      const { title, status, due, says } = item
      const args = { title, status, date: teller.words.time(due), says }
      return teller.told(teller.words.say('guide.note.check-up', args), item)
    })
  return section('check-ups', items, teller)
}

function conflictBlocks({ conflicts }: TreatmentView, teller: Teller): Block[] {
  return section(
    'conflicts',
    conflicts.flatMap((id) => teller.conflict(id) ?? []),
    teller,
  )
}
