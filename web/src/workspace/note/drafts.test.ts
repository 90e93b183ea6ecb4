import { beforeEach, expect, it } from 'vitest'
import { changeDraft, draftId, drafts, dropDraft } from './drafts.ts'

const id = draftId('case', 'short')
beforeEach(() => drafts.setState({}, true))

it('keeps a change apart for each case and length', () => {
  changeDraft(id, 'mine', 'written')
  changeDraft(draftId('case', 'long'), 'other', 'long written')
  expect(drafts.getState()[id]).toEqual({ text: 'mine', from: 'written' })
  expect(drafts.getState()[draftId('case', 'long')]?.text).toBe('other')
  expect(drafts.getState()[draftId('else', 'short')]).toBeUndefined()
})

it('remembers what the first change was made from, so that a changed record is noticed', () => {
  changeDraft(id, 'mine', 'written')
  changeDraft(id, 'mine, more', 'written from a changed record')
  expect(drafts.getState()[id]).toEqual({ text: 'mine, more', from: 'written' })
})

it('is no draft when it is again as it was written, or is dropped', () => {
  changeDraft(id, 'mine', 'written')
  changeDraft(id, 'written', 'written')
  expect(drafts.getState()).toEqual({})
  changeDraft(id, 'mine', 'written')
  dropDraft(id)
  expect(drafts.getState()).toEqual({})
})
