import { describe, expect, it } from 'vitest'
import type { Given } from '../../test/support/record.ts'
import { asked } from '../../test/support/section.ts'
import { factsOfTest, testsFor } from './done.ts'

const days = (test: string, given: Given) => {
  const { evaluator } = asked(given)
  return factsOfTest(test, evaluator.prepared).map((fact) => `${fact.key} ${fact.when}`)
}

describe('factsOfTest', () => {
  it('takes a sign at the bedside for an examination and not for a scan', () => {
    const given = { ascites: 'present on 2024-01-02' }
    expect(days('clinical-examination', given)).toEqual(['ascites 2024-01-02'])
    expect(days('ct-bone-window', given)).toEqual([])
    expect(days('fdg-pet-ct', given)).toEqual([])
  })

  it('believes a method that names a test, the longest name first', () => {
    const given = {
      ascites: [
        'present on 2024-01-02 method CT',
        'present on 2024-02-02 method FDG-PET/CT',
        'absent on 2024-03-02 method low-dose CT of the trunk',
      ],
    }
    expect(days('ct-bone-window', given)).toEqual(['ascites 2024-03-02', 'ascites 2024-01-02'])
    expect(days('fdg-pet-ct', given)).toEqual(['ascites 2024-02-02'])
    expect(days('clinical-examination', given)).toEqual([])
  })

  it('gives a method that names no test to the soonest', () => {
    expect(days('clinical-examination', { ascites: 'present on 2024-01-02 method ultrasound' })).toHaveLength(1)
  })

  it('needs no method where only one test answers', () => {
    expect(days('echocardiogram', { spap: '55 mm[Hg] on 2024-01-02' })).toEqual(['spap 2024-01-02'])
    expect(days('fdg-pet-ct', { 'fdg-avid-lesion': 'absent on 2024-01-02' })).toEqual(['fdg-avid-lesion 2024-01-02'])
  })

  it('does not count what was made of a measurement, and puts the newest first', () => {
    expect(days('blood-count', { platelets: ['500 10*9/L on 2024-01-02', '510 10*9/L on 2024-05-02'] })).toEqual([
      'platelets 2024-05-02',
      'platelets 2024-01-02',
    ])
  })

  it('lists the tests for a key soonest first', () => {
    const { evaluator } = asked({})
    const { engine } = evaluator.prepared
    expect(testsFor('sclerotic-bone-lesion', engine)).toEqual(['ct-bone-window', 'fdg-pet-ct', 'skeletal-survey'])
    expect(testsFor('no-such-key', engine)).toEqual([])
  })
})
