import { calendar, icalendar, type Titles } from '../../documents/index.ts'
import { builtGuide } from '../built.ts'
import { readPerson } from '../input/person.ts'
import { EXIT, type Io, print, UsageError } from '../io.ts'
import { write } from './guide.ts'

export interface CalendarFlags {
  readonly out?: string
  readonly titles?: string
  readonly asOf?: string
}

/**
 * Writes the next date of each check-up as iCalendar. Titles name nothing of the illness unless `titles` is `detailed`.
 * Example: `await calendarCommand("a.json", { out: "a.ics" }, process)`.
 */
export async function calendarCommand(input: string, flags: CalendarFlags, io: Io): Promise<number> {
  const titles = titlesOf(flags.titles)
  if (flags.out !== undefined && !/\.ics$/i.test(flags.out))
    throw new UsageError(`--out "${flags.out}" does not end in .ics`)
  const { person, lost } = await readPerson(input, flags.asOf, io)
  if (!person) return EXIT.inputLost
  const made = calendar(builtGuide(), person, titles)
  if (!made) {
    io.stderr.write(
      `${input}: no check-up has a date. They are planned once POEMS is recorded or met on more than weak evidence, treatment has a date, and the record has a calendar\n`,
    )
    return EXIT.done
  }
  const text = icalendar(made)
  if (flags.out === undefined) await print(io.stdout, text)
  else await write(flags.out, text)
  return lost ? EXIT.inputLost : EXIT.done
}

function titlesOf(word = 'plain'): Titles {
  if (word !== 'plain' && word !== 'detailed') throw new UsageError(`--titles "${word}" is neither plain nor detailed`)
  return word
}
