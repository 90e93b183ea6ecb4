import type { ReactNode } from 'react'
import { idsOf, titleOf } from '../place.ts'
import { part, table } from '../set/parts.tsx'
import type { Setter } from '../set/setter.tsx'

const PHASES = ['pre-treatment', 'on-treatment', 'remission-early', 'remission-late'] as const

/** What is watched, and how often in each phase: one table for the whole schedule. */
export function plan(setter: Setter): ReactNode {
  const { library, say } = setter
  return part(
    setter,
    say('monitoring.plan'),
    table({
      label: say('monitoring.plan'),
      head: [say('monitoring.what'), ...PHASES.map((phase) => say(`phase.${phase}`))],
      className: 'is-plan',
      rows: idsOf('monitoring', library).map((id) => {
        const every: Readonly<Record<string, number>> = library.care.monitoring[id]?.['every-months'] ?? {}
        return [
          <span key={id}>
            {setter.to({ kind: 'monitoring', id }, titleOf({ kind: 'monitoring', id }, library))}
            {setter.mark(library.care.monitoring[id] ?? {})}
          </span>,
          ...PHASES.map((phase) => {
            const months = every[phase]
            return months === undefined ? '' : say('months', { months })
          }),
        ]
      }),
    }),
  )
}
