/** What stands under the verdict: the right page below its head. */
export function Reasons() {
  return null
}
