import type { ReactNode } from 'react'
import { Mixed } from './english.tsx'

/** A message whose words between asterisks are set in italics. Example: `emphasised('The criteria are *not met.*')`. */
export function emphasised(text: string): ReactNode {
  return text.split('*').map((part, index) =>
    index % 2 === 1 ? (
      <i key={part}>
        <Mixed text={part} />
      </i>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence stand in their order
      <Mixed key={index} text={part} />
    ),
  )
}
