const NO_TEXT = new Set(['radio', 'checkbox', 'button', 'submit', 'range'])

/** Does a key pressed here belong to a text? Example: `isTyping(event.target)`. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type)
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}
