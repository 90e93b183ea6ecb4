import { parseDay } from '../../../core/day.ts'
import { show } from '../../report.ts'
import type { Sheet } from './reader.ts'

/**
 * Reads of a Patient the sex, where it is one by which limits of the laboratory hold, and the date of birth. Name, address
 * and every other part are never carried.
 */
export function readPatient(sheet: Sheet): void {
  const { reader, found } = sheet
  const { gender, birthDate } = found.value
  sheet.outcome.raise('setAside')
  if (gender === 'male' || gender === 'female') {
    reader.sex = gender
    reader.gathered.place.set('/sex', sheet.at('/gender'))
    sheet.outcome.raise('used')
  } else if (gender !== undefined && gender !== null && gender !== 'other' && gender !== 'unknown') {
    const hint = 'write male, female, other or unknown'
    sheet.say('choice-unknown', '/gender', `the gender is ${show(gender)}`, hint)
  }
  if (birthDate === undefined || birthDate === null) return
  if (typeof birthDate === 'string' && birthDate.length <= 40 && parseDay(birthDate) !== undefined) {
    reader.birthDate = birthDate
    reader.gathered.place.set('/birthDate', sheet.at('/birthDate'))
    sheet.outcome.raise('used')
  } else {
    const hint = 'write it as 1961-04-30, 1961-04 or 1961'
    sheet.say('birth-date-invalid', '/birthDate', `the birth date is ${show(birthDate)}`, hint)
  }
}
