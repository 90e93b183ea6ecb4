/**
 * The one grammar of ink: filled = present, met; outlined = absent, not met; dotted = not stated, undetermined; half =
 * conflict. Disc = finding, lozenge = verdict of a rule, triangle = attention, square = serum VEGF, tick = done.
 */
const SHAPES = {
  present: <circle cx="6" cy="6" r="5.6" fill="currentColor" />,
  absent: <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  open: (
    <circle
      cx="6"
      cy="6"
      r="4.9"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeDasharray=".01 3.84"
    />
  ),
  conflict: (
    <>
      <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M6 1.1a4.9 4.9 0 0 0 0 9.8z" fill="currentColor" />
    </>
  ),
  met: <path d="M6-.4 12.4 6 6 12.4-.4 6z" fill="currentColor" />,
  'not-met': <path d="M6 .4 11.6 6 6 11.6.4 6z" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  undetermined: (
    <path
      d="M6 .2 11.8 6 6 11.8.2 6z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeDasharray=".01 4.101"
    />
  ),
  flag: <path d="M6 .6 12 11.4H0z" fill="currentColor" />,
  due: <path d="M6 1.6 11 10.7H1z" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  done: <path d="M1.2 6.6 4.6 10 10.8 2.4" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  serum: <path d="M1.2 1.2h9.6v9.6H1.2z" fill="currentColor" />,
} as const

export type GlyphName = keyof typeof SHAPES

/** The colour that goes with a glyph. */
export const INK: Readonly<Record<GlyphName, string>> = {
  present: 'ink-yes',
  met: 'ink-yes',
  absent: 'ink-no',
  'not-met': 'ink-no',
  done: 'ink-no',
  open: 'ink-open',
  undetermined: 'ink-open',
  due: 'ink-open',
  conflict: 'ink-clash',
  flag: 'ink-clash',
  serum: 'ink-serum',
}

/** A sign of state. Always beside its word, which is what a screen reader says. Example: `<Glyph name="met" />`. */
export function Glyph({ name, className = '' }: { readonly name: GlyphName; readonly className?: string }) {
  return (
    <svg className={`glyph ${className}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  )
}

/** A state: its glyph and its word, in the ink of the state. Example: `<StateWord name="absent">absent</StateWord>`. */
export function StateWord({ name, children }: { readonly name: GlyphName; readonly children: React.ReactNode }) {
  return (
    <span className={`state ${INK[name]}`}>
      <Glyph name={name} />
      {children}
    </span>
  )
}
