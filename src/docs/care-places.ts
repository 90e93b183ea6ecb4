import type { CareKind } from '../load/index.ts'

/** The pages of the clinical path, with the folders each is made from. */
export const CARE_PAGES = {
  differential: ['differential'],
  complications: ['complications'],
  risk: ['risk'],
  treatment: ['treatment/pathway', 'treatment/regimens', 'treatment/cautions', 'treatment/considerations'],
  response: ['response'],
  monitoring: ['monitoring'],
  recovery: ['recovery'],
  support: ['support'],
  coding: ['coding'],
  centres: ['centres'],
  glossary: ['glossary'],
  teaching: ['teaching'],
} as const satisfies Readonly<Record<string, readonly CareKind[]>>

/** Where an entry of the clinical path stands below docs/reference. Example: `carePath('risk', 'seven-factor')`. */
export function carePath(kind: CareKind, id: string): string {
  if (kind === 'pages') return `pages/${id}.md`
  return `${kind.split('/')[0]}.md#${id}`
}
