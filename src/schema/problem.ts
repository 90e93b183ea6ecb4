import { type Static, Type } from 'typebox'

/**
 * Expected trouble as data: what went wrong, where, and how to mend it.
 * Work goes on with the rest; the list of codes stands in `core/problem.ts`.
 */
export const Problem = Type.Object({
  code: Type.String({ description: 'stable code, see docs/reference/problems.md' }),
  at: Type.String({ description: 'file, then line or JSON pointer: `cases/a.json#/findings/3/key`' }),
  what: Type.String({ description: 'what was wrong, with the offending value' }),
  hint: Type.String({ description: 'how to mend it' }),
})
export type Problem = Static<typeof Problem>
