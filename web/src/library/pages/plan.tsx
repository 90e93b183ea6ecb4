import type { ReactNode } from 'react'
import { idsOf, titleOf } from '../place.ts'
import { part, table } from '../set/parts.tsx'
import type { Setter } from '../set/setter.tsx'

const PHASES = ['pre-treatment', 'on-treatment', 'remission-early', 'remission-late'] as const

/** What is watched, and how often in each phase: one table for the whole schedule. */
export function plan(setter: Setter): ReactNode {
  const { library, say } = setter
  const everyOf = (id: string): Readonly<Record<string, number>> => library.care.monitoring[id]?.['every-months'] ?? {}
  const ids = idsOf('monitoring', library)
  const phases = PHASES.filter((phase) => ids.some((id) => everyOf(id)[phase] !== undefined))
  return part(
    setter,
    say('monitoring.plan'),
    table({
      label: say('monitoring.plan'),
      head: [say('monitoring.what'), ...phases.map((phase) => say(`phase.${phase}`))],
      className: 'is-plan',
      rows: ids.map((id) => {
        return [
          <span key={id}>
            {setter.to({ kind: 'monitoring', id }, titleOf({ kind: 'monitoring', id }, library))}
            {setter.mark(library.care.monitoring[id] ?? {})}
          </span>,
          ...phases.map((phase) => {
            const months = everyOf(id)[phase]
            return months === undefined ? '' : say('months', { months })
          }),
        ]
      }),
    }),
  )
}
