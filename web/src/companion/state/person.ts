import { useMemo } from 'react'
import type { Person } from '../../../../src/documents/person.ts'
import { useCase } from '../../state/context.ts'
import { readSheet } from '../../state/reading.ts'
import type { Sheet } from '../../state/sheet.ts'
import { useMine } from './mine.ts'

/** Does a sheet hold nothing yet? */
export function isBlank(sheet: Sheet): boolean {
  const { findings, measurements, courses, treatedAs, treatments } = sheet
  return [findings, measurements, courses, treatedAs, treatments].every((list) => list.length === 0)
}

/** Whom the pages speak of: undefined where nothing is written down, and they are the same for everyone. */
export function usePerson(): Person | undefined {
  const { sheet, from } = useMine(({ kept }) => kept)
  const engine = useCase((state) => state.engine)
  const today = useCase((state) => state.today)
  const reading = useCase((state) => state.reading)
  const own = useMemo(() => (isBlank(sheet) ? undefined : readSheet(engine, sheet, { today })), [engine, sheet, today])
  const chosen = from === 'workspace' ? (isBlank(reading.sheet) ? undefined : reading) : own
  return useMemo(() => chosen && { record: chosen.record, assessment: chosen.assessment }, [chosen])
}
