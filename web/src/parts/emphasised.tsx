import type { ReactNode } from 'react'

/** A message whose words between asterisks are set in italics. Example: `emphasised('The criteria are *not met.*')`. */
export function emphasised(text: string): ReactNode {
  return text.split('*').map((part, index) => (index % 2 === 1 ? <i key={part}>{part}</i> : part))
}
