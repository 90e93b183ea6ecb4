const NO_TEXT = new Set(['radio', 'checkbox', 'button', 'submit', 'range'])

/**
 * Does a key that is pressed now belong to a text? Asked of where the focus is: a list under a box is told of the keys
 * pressed in the box. Example: `if (isTyping()) return`.
 */
export function isTyping(): boolean {
  const target = document.activeElement
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type)
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}
