import { didYouMean } from '../near.ts'
import { reporter, type TextLint } from './lint.ts'

const HPO = 'HPO'

export const nameInvalid: TextLint = {
  id: 'name-invalid',
  describe:
    'A name in another language whose key is no finding, or whose code does not stand for exactly this finding.',
  severity: 'error',
  stage: 'text',
  blocks: false,
  check: ({ authored: { names, findings } }) => {
    const { problems, report } = reporter('name-invalid')
    for (const entry of names.values()) {
      for (const [key, { code }] of Object.entries(entry.content.names)) {
        const finding = findings.get(key)?.content
        if (!finding) {
          report(entry, ['names', key], `no finding "${key}"`, didYouMean(key, findings.keys()) || 'correct it')
          continue
        }
        const exact = (finding.codes ?? []).filter(({ system, relation }) => system === HPO && relation === 'exact')
        if (exact.some((known) => known.code === code)) continue
        const codes = exact.map((known) => known.code).join(', ') || 'none'
        report(entry, ['names', key, 'code'], `${code} is not exactly ${key}`, `exact codes of it: ${codes}`)
      }
    }
    return problems
  },
}
