import pc from 'picocolors'

/** The four state inks of the design and two weights; each is the identity where colour is off. */
export interface Ink {
  /** Present, met. Never green: a met rule is no praise. */
  readonly yes: (text: string) => string
  /** Absent, not met. */
  readonly no: (text: string) => string
  /** Not stated, undetermined, met on weak evidence, to confirm. */
  readonly open: (text: string) => string
  /** Red flags, conflicts, problems. */
  readonly clash: (text: string) => string
  readonly strong: (text: string) => string
  readonly quiet: (text: string) => string
}

export interface ColourWish {
  readonly isTTY?: boolean | undefined
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Is colour wanted? `NO_COLOR` (not empty) says no, then `FORCE_COLOR` (`0` and `false` say no, anything else
 * yes), then `TERM=dumb` says no; else only a terminal gets colour.
 * Example: `wantsColour({ isTTY: false, env: {} })` is false.
 */
export function wantsColour({ isTTY, env }: ColourWish): boolean {
  if (env.NO_COLOR) return false
  const force = env.FORCE_COLOR
  if (force !== undefined) return force !== '0' && force !== 'false'
  return isTTY === true && env.TERM !== 'dumb'
}

/** The inks, with or without colour. Example: `inks(false).yes("met")` is `"met"`. */
export function inks(colour: boolean): Ink {
  const colours = pc.createColors(colour)
  return {
    yes: (text) => colours.bold(colours.blue(text)),
    no: (text) => colours.gray(text),
    open: (text) => colours.yellow(text),
    clash: (text) => colours.red(text),
    strong: (text) => colours.bold(text),
    quiet: (text) => colours.dim(text),
  }
}
