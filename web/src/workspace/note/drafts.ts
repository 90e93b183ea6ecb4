import { createStore } from 'zustand/vanilla'
import type { NoteLength } from '../../../../src/documents/note.ts'

/** A note as its user has changed it, and the text it was made from. */
export interface Draft {
  readonly text: string
  /** What the record gave when the first change was made. */
  readonly from: string
}

/** The changed notes of this page, by case and length. They last as long as the page, and are no part of a record. */
export const drafts = createStore<Readonly<Record<string, Draft>>>(() => ({}))

/** The name of a draft. Example: `draftId('e1', 'short')`. */
export function draftId(id: string, length: NoteLength): string {
  return `${length} ${id}`
}

/** Keeps a changed text; one that is again as it was written is no draft. */
export function changeDraft(id: string, text: string, written: string): void {
  const known = drafts.getState()[id]
  const from = known?.from ?? written
  if (text === written) dropDraft(id)
  else drafts.setState({ [id]: { text, from } })
}

/** Forgets a changed text: the note is written anew from the record. */
export function dropDraft(id: string): void {
  const { [id]: _, ...rest } = drafts.getState()
  drafts.setState(rest, true)
}
