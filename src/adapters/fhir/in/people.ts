import { elementsOf, fieldsOf, textOf } from './element.ts'
import { identity, type References } from './references.ts'
import { type Found, nameOf, personName, shortened, subjectField } from './resource.ts'

/** The types that are about one person: one of them without a subject belongs to nobody who is known. */
const ABOUT_A_PERSON = new Set([
  'AllergyIntolerance',
  'Condition',
  'DiagnosticReport',
  'FamilyMemberHistory',
  'MedicationAdministration',
  'MedicationDispense',
  'MedicationRequest',
  'MedicationStatement',
  'MedicationUsage',
  'Observation',
  'Procedure',
  'QuestionnaireResponse',
])

/** One person, and what is about them. */
interface Person {
  /** `Patient/1`; what stands for it where there is no such name. */
  readonly key: string
  readonly found: Found[]
}

export interface People {
  readonly persons: readonly Person[]
  /** About a person, but not said about whom. */
  readonly orphans: readonly Found[]
  /** Not about a person: organizations, medicines, documents, groups. */
  readonly shared: readonly Found[]
}

/** Sorts resources by the person they are about. Nothing is guessed: what says not whom it is about is an orphan. */
export function peopleOf(found: readonly Found[], references: References): People {
  const persons = new Map<string, Person>()
  const orphans: Found[] = []
  const shared: Found[] = []
  const others: { readonly key: string; readonly one: Found }[] = []
  for (const one of found) {
    const key = personOf(one, references)
    const { resourceType } = one.value
    if (resourceType !== 'Patient' && !ABOUT_A_PERSON.has(resourceType)) {
      if (key === undefined) shared.push(one)
      else others.push({ key, one })
    } else if (key !== undefined) {
      const known = persons.get(key)
      const person = known ?? { key, found: [] }
      persons.set(key, person)
      // A Patient inside the resource is read once, with the first that contains it.
      const inside = known === undefined ? containedPatient(one, references) : undefined
      if (inside !== undefined && !knownPatient(inside, references)) person.found.push(inside)
      person.found.push(one)
    } else if (isAboutOther(one, references)) shared.push(one)
    else orphans.push(one)
  }
  // A visit or a consent alone makes nobody a person of whom there is something to read.
  for (const { key, one } of others) (persons.get(key)?.found ?? shared).push(one)
  return { persons: [...persons.values()], orphans, shared }
}

function personOf(found: Found, references: References): string | undefined {
  if (found.value.resourceType === 'Patient') return patientKey(found)
  const subject = subjectField(found.value)
  const inside = containedPatient(found, references)
  if (inside !== undefined) return insideKey(inside, references)
  const target = references.resolve(subject, found)
  if (target !== undefined) return target.value.resourceType === 'Patient' ? patientKey(target) : undefined
  const reference = textOf(subject.reference)
  if (reference === undefined) return identity('Patient', fieldsOf(subject.identifier))
  return personName(reference)
}

function containedPatient(found: Found, references: References): Found | undefined {
  const subject = subjectField(found.value)
  if (!textOf(subject.reference)?.startsWith('#')) return undefined
  const target = references.resolve(subject, found)
  return target?.value.resourceType === 'Patient' ? target : undefined
}

/** The id of what stands inside a resource holds there alone: only an identifier tells that two are one. */
function insideKey(inside: Found, references: References): string {
  const known = knownPatient(inside, references)
  if (known !== undefined) return patientKey(known)
  const identifiers = elementsOf(inside.value.identifier, '').map(({ fields }) => identity('Patient', fields))
  return identifiers.find((name) => name !== undefined) ?? inside.place.at('')
}

function knownPatient(inside: Found, references: References): Found | undefined {
  const targets = elementsOf(inside.value.identifier, '').map(({ fields }) =>
    references.resolve({ identifier: fields }, inside),
  )
  return targets.find((target) => target?.value.resourceType === 'Patient')
}

function patientKey({ value, fullUrl, place }: Found): string {
  return nameOf(value) ?? (fullUrl === undefined ? place.at('') : shortened(fullUrl))
}

/** Says the resource that it is about something that is no patient: a group, a device, a place? */
export function isAboutOther(found: Found, references: References): boolean {
  const subject = subjectField(found.value)
  const type = references.resolve(subject, found)?.value.resourceType ?? textOf(subject.type)
  if (type !== undefined) return type !== 'Patient'
  const reference = textOf(subject.reference)
  return reference !== undefined && /^[A-Z][A-Za-z]+\//.test(shortened(reference)) && !reference.includes('Patient/')
}
