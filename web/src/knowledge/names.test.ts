import { expect, it } from 'vitest'
import { named } from './names.ts'

const words = {
  version: '1',
  language: 'en',
  findings: {
    papilledema: { label: 'Papilloedema', aliases: ['choked disc'], group: 'other-criteria', kind: 'finding' },
    ascites: { label: 'Ascites', group: 'organs', kind: 'finding' },
  },
  rules: {},
  tests: {},
}

it('calls a finding by its published name, and still finds it by the English one', () => {
  const { findings, language } = named(words, {
    version: '1',
    language: 'ja',
    source: 'HPO',
    names: { papilledema: '乳頭浮腫' },
  })
  expect(language).toBe('ja')
  expect(findings.papilledema).toMatchObject({ label: '乳頭浮腫', aliases: ['Papilloedema', 'choked disc'] })
  expect(findings.ascites).toBe(words.findings.ascites)
})

it('leaves the words as they are where no translation is published', () => {
  expect(named(words, undefined)).toBe(words)
})
