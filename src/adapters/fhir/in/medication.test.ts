import { describe, expect, it } from 'vitest'
import { bundle, concept, type Json, read, readAll } from '../../../../test/support/fhir-read.ts'

const drug = { medicationCodeableConcept: concept('rx 10 lenalidomide') }
const medication = (type: string, fields: Json): Json => ({ resourceType: `Medication${type}`, ...drug, ...fields })

describe('the status of a medication', () => {
  it.each<[string, Json, string]>([
    ['Request', { status: 'active', intent: 'order' }, 'used'],
    ['Request', { status: 'completed', intent: 'instance-order' }, 'used'],
    ['Request', { status: 'active', intent: 'plan', reportedBoolean: true }, 'used'],
    ['Request', { status: 'active', intent: 'plan' }, 'toConfirm'],
    ['Request', { status: 'active', intent: 'proposal' }, 'toConfirm'],
    ['Request', { status: 'active', intent: ['plan'] }, 'toConfirm'],
    ['Request', { status: ['cancelled'], intent: 'order' }, 'toConfirm'],
    ['Request', { status: 'active', intent: 'order', doNotPerform: true }, 'setAside'],
    ['Request', { status: 'stopped', intent: 'order' }, 'toConfirm'],
    ['Request', { status: 'on-hold', intent: 'order' }, 'toConfirm'],
    ['Request', { status: 'cancelled', intent: 'order' }, 'setAside'],
    ['Request', { status: 'entered-in-error', intent: 'order' }, 'setAside'],
    ['Request', { intent: 'order' }, 'toConfirm'],
    ['Statement', { status: 'active' }, 'used'],
    ['Statement', { status: 'stopped' }, 'used'],
    ['Statement', { status: 'on-hold' }, 'used'],
    ['Statement', { status: 'recorded' }, 'used'],
    ['Statement', { status: 'intended' }, 'toConfirm'],
    ['Statement', { status: 'unknown' }, 'toConfirm'],
    ['Statement', { status: 'not-taken' }, 'setAside'],
    ['Statement', { status: 'recorded', adherence: { code: concept('local not-taking') } }, 'setAside'],
    ['Usage', { status: 'recorded' }, 'used'],
    ['Administration', { status: 'completed' }, 'used'],
    ['Administration', { status: 'in-progress' }, 'used'],
    ['Administration', { status: 'not-done' }, 'setAside'],
    ['Administration', { status: 'entered-in-error' }, 'setAside'],
    ['Administration', { status: 'unknown' }, 'toConfirm'],
    ['Dispense', { status: 'completed' }, 'used'],
    ['Dispense', { status: 'declined' }, 'setAside'],
    ['Dispense', { status: 'stopped' }, 'toConfirm'],
  ])('Medication%s %j: %s', (type, fields, fate) => {
    const given = read(medication(type, fields))
    expect(given.fates).toEqual({ [`Medication${type}`]: fate })
    expect(given.courses.map((course) => course.with)).toEqual(fate === 'used' ? [['lenalidomide']] : [])
    expect(given.facts).toEqual([])
  })
})

describe('a medication that is given again and again', () => {
  it('is one course while no more than thirty days lie between, and each entry is used', () => {
    const given = (day: string) => medication('Administration', { status: 'completed', effectiveDateTime: day })
    const days = ['2024-01-01', '2024-01-31', '2024-03-01', '2024-06-01']
    const [item] = readAll(bundle(...days.map(given)))
    const courses = item?.record?.courses ?? []
    expect(courses).toMatchObject([{ when: '2024-01-01' }, { when: '2024-06-01' }])
    expect(courses[0]?.note).toMatch(/^3 entries, the last of them /)
    expect(item?.coverage?.kinds.MedicationAdministration).toMatchObject({ read: 4, used: 4 })
  })
})

describe('the times of a medication', () => {
  const days = (type: string, fields: Json) => {
    const [course] = read(medication(type, { status: 'completed', intent: 'order', ...fields })).courses
    return [
      course?.when,
      course?.stop === undefined ? undefined : new Date(course.stop.to * 86_400_000).toISOString().slice(0, 10),
    ]
  }

  it.each<[string, Json, (string | undefined)[]]>([
    ['Request', { authoredOn: '2024-03-18' }, ['2024-03-18', undefined]],
    ['Statement', { effectivePeriod: { start: '2024-01', end: '2024-02-10' } }, ['2024-01', '2024-02-10']],
    ['Statement', { effectiveDateTime: '2024' }, ['2024', undefined]],
    ['Statement', { dateAsserted: '2024' }, [undefined, undefined]],
    ['Administration', { effectiveDateTime: '2024-03-18' }, ['2024-03-18', '2024-03-18']],
    ['Administration', { occurencePeriod: { start: '2024-03-18', end: '2024-03-19' } }, ['2024-03-18', '2024-03-19']],
    ['Dispense', { whenHandedOver: '2024-03-19', whenPrepared: '2024-03-18' }, ['2024-03-19', undefined]],
    ['Dispense', { whenPrepared: '2024-03-18' }, ['2024-03-18', undefined]],
  ])('Medication%s %j', (type, fields, expected) => {
    expect(days(type, fields)).toEqual(
      expected
        .map((day) => day ?? (fields.dateAsserted ? null : undefined))
        .map((day, n) => (n === 1 ? (day ?? undefined) : day)),
    )
  })
})

describe('the medicine', () => {
  const none = { medicationCodeableConcept: undefined }
  const medicine = { resourceType: 'Medication', id: 'm', code: concept('atc L04') }
  const statement = (fields: Json) => medication('Statement', { status: 'active', ...none, ...fields })
  const keys = (...resources: Json[]) => read(...resources).courses.map((course) => course.with)

  it('is found by reference, in the resource or beside it', () => {
    expect(keys(statement({ medicationReference: { reference: 'Medication/m' } }), medicine)).toEqual([
      ['lenalidomide'],
    ])
    const contained = [{ ...medicine, id: 'c' }]
    expect(keys(statement({ medicationReference: { reference: '#c' }, contained }))).toEqual([['lenalidomide']])
    expect(keys(statement({ medication: { concept: concept('rx 10') } }))).toEqual([['lenalidomide']])
    expect(keys(statement({ medication: { reference: { reference: 'Medication/m' } } }), medicine)).toEqual([
      ['lenalidomide'],
    ])
    expect(keys(statement({ medicationReference: { reference: 'urn:uuid:m' } }), medicine)).toEqual([['lenalidomide']])
    expect(keys(statement({ medicationReference: { reference: 'Medication/gone' } }))).toEqual([])
  })

  it('is found by its ingredients, through a ring of mixtures', () => {
    const mixed = {
      resourceType: 'Medication',
      id: 'm',
      ingredient: [{ itemCodeableConcept: concept('rx 11') }, { itemReference: { reference: 'Medication/m' } }],
    }
    expect(keys(statement({ medicationReference: { reference: 'Medication/m' } }), mixed)).toEqual([
      ['corticosteroids'],
    ])
  })

  it('in words only, or by a product that is not known, is offered', () => {
    const given = read(statement({ medicationCodeableConcept: concept('rx 99 Prednisone 5 MG Oral Tablet') }))
    expect(given).toMatchObject({ courses: [], hints: [{ key: 'corticosteroids', relation: 'text' }] })
    expect(given.unknown).toMatchObject([{ code: 'RxNorm 99' }])
    const named = statement({ medicationReference: { display: 'prednisone' } })
    expect(read(named)).toMatchObject({ courses: [], hints: [{ key: 'corticosteroids' }] })
  })

  it.each<Json>([
    { dosage: [{ route: { text: 'Topical' } }] },
    { dosage: [{ text: 'apply topically twice a day' }] },
    { dosage: [{ route: concept('sct 0 Ophthalmic route') }] },
    { medicationCodeableConcept: concept('rx 11 prednisone eye drops') },
    { medicationCodeableConcept: { ...concept('rx 11'), text: 'Prednisone cream' } },
  ])('that stays where it is put is not the treatment: %j', (fields) => {
    const given = read(statement({ medicationCodeableConcept: concept('rx 11'), ...fields }))
    expect(given).toMatchObject({ courses: [], hints: [], fates: { MedicationStatement: 'setAside' } })
  })

  it('that is also taken otherwise is the treatment', () => {
    const dosage = [{ route: { text: 'Topical' } }, { route: { text: 'Oral' } }]
    expect(keys(statement({ medicationCodeableConcept: concept('rx 11'), dosage }))).toEqual([['corticosteroids']])
  })

  it('gives no finding by the reason for which it was ordered', () => {
    const given = read(medication('Request', { status: 'active', intent: 'order', reasonCode: [concept('sct 1')] }))
    expect(given.facts).toEqual([])
    expect(given.courses).toHaveLength(1)
  })
})
