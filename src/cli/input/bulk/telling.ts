import { type Fields, isFields } from '../../../adapters/fields.ts'

/** Fields whose codes say how a resource stands, and never what was found. */
const STANDING = new Set([
  'category',
  'clinicalStatus',
  'verificationStatus',
  'interpretation',
  'dataAbsentReason',
  'meta',
  'identifier',
  'extension',
  'text',
  'valueQuantity',
  'referenceRange',
])
const DEEPEST = 12

/** The codes of a resource that say what it is about or what was found: those of its codings. */
export function tellingCodes(value: Fields): ReadonlySet<string> {
  const codes = new Set<string>()
  gather(value, codes, 0)
  return codes
}

function gather(value: unknown, codes: Set<string>, depth: number): void {
  if (depth > DEEPEST) return
  if (Array.isArray(value)) for (const member of value) gather(member, codes, depth + 1)
  if (!isFields(value)) return
  if (typeof value.code === 'string') codes.add(value.code)
  for (const name of Object.keys(value)) if (!STANDING.has(name)) gather(value[name], codes, depth + 1)
}
