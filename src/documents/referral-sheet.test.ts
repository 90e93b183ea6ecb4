import { describe, expect, it } from 'vitest'
import { cases, made, realGuide } from '../../test/support/persons.ts'
import { textsOf } from './blocks.ts'
import type { Person } from './person.ts'
import { referralSheet } from './referral-sheet.ts'
import { html } from './views/html.ts'
import { markdown } from './views/markdown.ts'

const file = realGuide()
const texts = (person: Person): string => {
  const { title, lead, blocks, foot } = referralSheet(file, person)
  return [title, lead?.text, ...blocks.flatMap(textsOf), ...foot].join('\n')
}

describe('the referral sheet', () => {
  const treated = made()
  const text = texts(treated)

  it('says the verdict in the words of the assessment, with its reasons', () => {
    for (const sentence of treated.assessment.conclusion.sentences) expect(text).toContain(sentence.text)
    expect(text).toContain('Papilloedema: present (1 Jun 2024)')
    expect(text).toContain('a pattern, not a diagnosis')
  })

  it('lists tests with dates and values, each fact once', () => {
    expect(text).toContain('VEGF in plasma: 118 pg/mL (1 Oct 2026)')
    expect(text.split('Light chain of the M-protein: lambda').length).toBe(2)
  })

  it('lists what is missing under its reason, treatments with their responses, and questions', () => {
    const due = treated.assessment.workup.filter((item) => item.status === 'due')
    expect(due.length).toBeGreaterThan(0)
    const named = due.filter((item) => text.includes(item.title))
    expect(named.length).toBe(Math.min(due.length, 8))
    if (due.length > 8) expect(text).toMatch(/more in the record/)
    expect(text).toContain('Intravenous immunoglobulin')
    for (const axis of treated.assessment.response ?? []) expect(text).toContain(axis.why)
    expect(text).toMatch(/\?$/m)
  })

  it('does not say met for a weak verdict, nor hides a flag', () => {
    const weak = cases().filter(([, person]) => person.assessment.conclusion.grade === 'weak')
    expect(weak.length).toBeGreaterThan(0)
    for (const [name, person] of weak) expect(texts(person), name).toContain('in number only, on weak evidence')
  })

  it('asks what would settle an open verdict', () => {
    expect(texts(made({ polyneuropathy: 'present', 'm-protein-ife': 'present' }))).toContain(
      'Which test would settle it best?',
    )
  })

  it('is made of every case', () => {
    for (const [name, person] of cases()) {
      const document = referralSheet(file, person)
      for (const view of [markdown(document), html(document)]) expect(view, name).not.toMatch(/undefined|NaN|\[object/)
    }
  })
})
