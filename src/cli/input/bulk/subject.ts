const SUBJECT = Buffer.from('"subject"')
const REFERENCE = Buffer.from('{"reference":"Patient/')
const [COLON, QUOTE] = [0x3a, 0x22]
const LONGEST_ID = 64

/**
 * Whose a resource is, without parsing it: where it has one `subject` in all its text, and that is a plain reference to
 * a patient of the same file. Undefined for anything else, which is then parsed to know.
 */
export function onlySubject(bytes: Uint8Array): string | undefined {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const at = line.indexOf(SUBJECT)
  if (at < 0 || line.indexOf(SUBJECT, at + SUBJECT.length) >= 0) return undefined
  const start = at + SUBJECT.length
  const id = start + 1 + REFERENCE.length
  if (line[start] !== COLON || !line.subarray(start + 1, id).equals(REFERENCE)) return undefined
  const end = line.indexOf(QUOTE, id)
  if (end <= id || end - id > LONGEST_ID) return undefined
  const name = line.toString('latin1', id, end)
  return /^[A-Za-z0-9.-]+$/.test(name) ? `Patient/${name}` : undefined
}
