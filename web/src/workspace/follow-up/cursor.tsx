import { type Span, xOf } from '../../parts/chart/scale.ts'

/** The as-of line through a panel, and the shade over what comes after it. Nothing without a calendar. */
export function Cursor({ span, now }: { readonly span: Span; readonly now: number }) {
  if (!Number.isFinite(now)) return null
  return (
    <>
      <span className="followup-future" style={{ insetInlineStart: `${xOf(now, span)}%` }} />
      <span className="followup-now" style={{ insetInlineStart: `${xOf(now, span)}%` }} />
    </>
  )
}
