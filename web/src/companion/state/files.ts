/** Hands a text to the browser to be saved. Example: `saveFile('dates.ics', 'text/calendar', text)`. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  link.download = name
  link.click()
  // The browser has begun to save when this task is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
