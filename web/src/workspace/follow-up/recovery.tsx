import type { Assessment } from '../../../../src/schema/index.ts'
import { Section } from '../../parts/section.tsx'
import { Sources } from '../../parts/sources.tsx'
import { Disagree, Statements } from '../../parts/statement.tsx'
import { Unfold } from '../../parts/unfold.tsx'
import { useCase } from '../../state/context.ts'
import { useSaying } from './saying.ts'

type Domain = NonNullable<Assessment['recovery']>['domains'][number]

/** What comes back and when, in people who respond, on the dates of this person. */
export function Recovery() {
  const { say, time } = useSaying()
  const recovery = useCase(({ reading }) => reading.assessment.recovery)
  if (!recovery?.shown)
    return (
      <Section title={say('recovery')}>
        <p className="followup-empty" lang={recovery?.why === undefined ? undefined : 'en'}>
          {recovery?.why ?? say('recovery.none')}
        </p>
      </Section>
    )
  return (
    <Section
      title={say('recovery')}
      {...(recovery.since === null ? {} : { aside: say('recovery.aside', { date: time(recovery.since) }) })}
    >
      <div className="followup-domains">
        {recovery.domains.map((domain) => (
          <DomainLines key={domain.domain} domain={domain} />
        ))}
      </div>
    </Section>
  )
}

function DomainLines({ domain }: { readonly domain: Domain }) {
  const { say, time } = useSaying()
  return (
    <div className="followup-domain">
      <h3 lang="en">{domain.title}</h3>
      <ol>
        {domain.intervals.map((interval) => (
          <li key={`${interval.from} ${interval.says}`} data-now={interval.now ? '' : undefined}>
            <span className="small">
              {interval.now ? <b>{say('recovery.now')}, </b> : null}
              {say('recovery.months', { from: interval.from, to: interval.to })}
              {interval.start && interval.end ? (
                <span className="quiet">
                  {' '}
                  ({say('treatment.between', { from: time(interval.start), to: time(interval.end) })})
                </span>
              ) : null}
            </span>
            <span>
              <span lang="en">{interval.says}</span> <Sources of={interval.sources} />
            </span>
          </li>
        ))}
      </ol>
      {domain.papers.length + (domain.conflicts?.length ?? 0) > 0 ? (
        <Unfold className="small" summary={say('recovery.papers')}>
          {() => (
            <>
              <Statements of={domain.papers} />
              <Disagree of={domain.conflicts ?? []} />
            </>
          )}
        </Unfold>
      ) : null}
    </div>
  )
}
