/** Gives a file to the device: the browser's own download, nothing is sent. Example: `save('a.json', 'application/json', text)`. */
export function save(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun when the click returns; the address is kept a moment for slow devices.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
