import type { Assessment } from '../../../../src/schema/index.ts'
import { useCase } from '../../state/context.ts'
import { Axes } from './axes.tsx'
import { useSaying } from './saying.ts'

type Axis = NonNullable<Assessment['response']>[number]

const VALUES = ['complete', 'not-complete', 'not-assessable'] as const

/** The sentence first: what the axes say as of the day, with the axes beside it. */
export function Lead() {
  const { say, time } = useSaying()
  const assessment = useCase(({ reading }) => reading.assessment)
  const { response } = assessment
  const speaking = response && speakingOf(response)
  return (
    <section className="followup-lead">
      <div aria-live="polite">
        <Since recovery={assessment.recovery} />
        {response ? <Headline response={response} speaking={speaking} /> : <h1>{say('none.title')}</h1>}
        {response ? (
          <Says speaking={speaking} response={response} />
        ) : (
          <p className="followup-say">
            {assessment.treatment
              ? say('none.treatment', { date: time(assessment.asOf ?? 'undated') })
              : say('none.ground')}
          </p>
        )}
      </div>
      {response ? <Axes response={response} /> : null}
    </section>
  )
}

/** The axis on which the disease is back, if there is one: VEGF first seen, in the order of the assessment. */
function speakingOf(response: readonly Axis[]): Axis | undefined {
  return response.find(({ relapse }) => relapse === 'confirmed') ?? response.find(({ relapse }) => relapse)
}

function Since({ recovery }: { readonly recovery: Assessment['recovery'] }) {
  const { say, time } = useSaying()
  if (!recovery?.since || recovery.months === null) return null
  return <p className="quiet">{say('after', { months: Math.floor(recovery.months), date: time(recovery.since) })}</p>
}

function Headline({ response, speaking }: { readonly response: readonly Axis[]; readonly speaking: Axis | undefined }) {
  const { say, language } = useSaying()
  if (speaking?.relapse)
    return (
      <h1>
        <span lang="en">{speaking.why}</span> <i>{say(speaking.relapse)}</i>
      </h1>
    )
  const count = response.length
  if (response.every(({ value }) => value === 'not-assessable')) return <h1>{say('counts.none', { count })}</h1>
  const clauses = VALUES.flatMap((value) => {
    const n = response.filter((axis) => axis.value === value).length
    return n === 0 ? [] : [say(`counts.${value}`, { n })]
  })
  const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(clauses)
  return <h1>{say('counts', { count, list })}</h1>
}

/** What knowledge says of such a rise, or why the axes that can be judged are judged so. */
function Says({ response, speaking }: { readonly response: readonly Axis[]; readonly speaking: Axis | undefined }) {
  const { say, time } = useSaying()
  const relapse = useCase(({ engine }) =>
    speaking ? engine.knowledge.care.response[speaking.axis]?.relapse?.says : undefined,
  )
  const [before, now] = [speaking?.baseline[0], speaking?.latest[0]]
  if (relapse)
    return (
      <>
        {before && now ? (
          <p className="followup-say">
            {now.label}:{' '}
            {say('speaks', { before: before.says, date: time(before.date), now: now.says, then: time(now.date) })}.
          </p>
        ) : null}
        <p className="followup-say" lang="en">
          {relapse}
        </p>
      </>
    )
  const told = response.filter(({ value }) => value !== 'not-assessable')
  return (
    <p className="followup-say" lang="en">
      {[...new Set(told.map(({ why }) => why))].join(' ')}
    </p>
  )
}
