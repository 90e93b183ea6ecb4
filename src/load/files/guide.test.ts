import { describe, expect, it } from 'vitest'
import { realKnowledge } from '../../../test/support/real.ts'
import { SOUND } from '../../../test/support/sound-knowledge.ts'
import { readKnowledge } from '../read.ts'
import { guideFile } from './guide.ts'

describe('guide.<language>.json', () => {
  const file = guideFile(realKnowledge(), 'en', '1')

  it('holds the sentences of people in the order of their files', () => {
    const ids = Object.keys(file.messages).filter((id) => id.startsWith('guide.red-flag-symptoms.'))
    expect(ids.slice(0, 3)).toEqual([
      'guide.red-flag-symptoms.intro',
      'guide.red-flag-symptoms.emergency-title',
      'guide.red-flag-symptoms.emergency-stroke',
    ])
  })

  it('holds what other entries say to people, with their sources', () => {
    expect(file.messages['glossary.vegf.means']).toContain('blood vessels')
    expect(file.messages['recovery.skin.0-3']).toContain('fade')
    expect(file.sources['recovery.skin.0-3']?.[0]?.work).toBe('s4')
    expect(file.messages['finding.treated-as.cidp']).toBe('CIDP')
    expect(file.recovery.skin).toEqual([{ from: 0, to: 3 }])
    expect(file.centres).toContain('mayo-clinic')
  })

  it('names every work it cites, and no other', () => {
    const cited = new Set(Object.values(file.sources).flatMap((list) => list.map((item) => item.work)))
    expect(new Set(Object.keys(file.works))).toEqual(cited)
  })

  it('lets a text with braces and quotes stand for itself', () => {
    expect(file.messages['unit.egfr']).toBe("mL/min/'{'1.73_m2'}'")
  })

  it('says in English what another language does not say yet', () => {
    const files = Object.entries({
      ...SOUND,
      'guide/en/page.yaml': 'guide.page.one: "One"\nguide.page.two: "Two"\n',
      'guide/de/page.yaml': 'guide.page.one: "Eins"\nfinding.fever: "Fieber"\n',
    }).map(([path, text]) => ({ path, text }))
    const { authored, problems } = readKnowledge(files)
    expect(problems).toEqual([])
    const german = guideFile(authored, 'de', '1')
    expect(german.messages).toMatchObject({
      'guide.page.one': 'Eins',
      'guide.page.two': 'Two',
      'finding.fever': 'Fieber',
    })
    expect(guideFile(authored, 'en', '1').messages['finding.fever']).toBe('Fever')
  })
})
