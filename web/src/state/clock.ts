/** The day on the clock of the device, as an ISO date. Example: `today()` is "2026-11-27". */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
