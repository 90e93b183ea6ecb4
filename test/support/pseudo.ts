import type { GuideFile } from '../../src/schema/index.ts'

const PLAIN = 'abcdefghijklmnopqrstuvwxyz'
const ACCENTED = 'áƀçđéƒğĥíĵķļɱñóþɋŕšţúṽŵẋýž'

/** A word in the pseudo-language: accented, so that it is known again, and longer, as translations are. */
function accent(text: string): string {
  const made = text.replaceAll(/[A-Za-z]/g, (letter) => {
    const plain = ACCENTED[PLAIN.indexOf(letter.toLowerCase())] ?? letter
    return letter === letter.toLowerCase() ? plain : plain.toUpperCase()
  })
  return /[A-Za-z]/.test(text) ? `${made}${'é'.repeat(Math.ceil(text.trim().length / 3))}` : made
}

/** An ICU message with its words changed and its arguments kept. */
export function pseudoMessage(message: string): string {
  return choices(message, 0, message.length)
}

/** Text outside braces is accented; of an argument only the branches of a choice are. */
function choices(message: string, from: number, to: number): string {
  let made = ''
  let text = ''
  for (let i = from; i < to; i++) {
    if (message[i] !== '{') {
      text += message[i]
      continue
    }
    const end = closing(message, i)
    made += accent(text) + argument(message.slice(i, end + 1))
    text = ''
    i = end
  }
  return made + accent(text)
}

function argument(part: string): string {
  if (!/^\{\w+,\s*(select|plural)/.test(part)) return part
  let made = ''
  for (let i = 0; i < part.length; i++) {
    if (i === 0 || part[i] !== '{') made += part[i]
    else {
      const end = closing(part, i)
      made += `{${choices(part, i + 1, end)}}`
      i = end
    }
  }
  return made
}

function closing(text: string, open: number): number {
  let depth = 0
  for (let i = open; i < text.length; i++) {
    if (text[i] === '{') depth++
    if (text[i] === '}' && --depth === 0) return i
  }
  throw new Error(`a brace left open in "${text}"`)
}

/** The words of the documents in the pseudo-language. Units are not words. */
export function pseudoGuide(file: GuideFile): GuideFile {
  const messages = Object.entries(file.messages).map(([id, message]) => [
    id,
    id.startsWith('unit.') ? message : pseudoMessage(message),
  ])
  return { ...file, messages: Object.fromEntries(messages) }
}
