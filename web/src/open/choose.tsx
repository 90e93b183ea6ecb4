import { type ReactNode, useRef } from 'react'
import { useLocation } from 'wouter'
import { openInputs } from './opened.ts'

const KINDS = '.json,.ndjson,.jsonl,.yaml,.yml,.csv,.tsv,.gz'

/** A button that opens files of the device and shows what was read. */
export function ChooseFile({
  children,
  className = 'button',
}: {
  readonly children: ReactNode
  readonly className?: string
}) {
  const input = useRef<HTMLInputElement>(null)
  const [, go] = useLocation()
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={KINDS}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          openInputs(files.map((file) => ({ name: file.name, file })))
          if (files.length > 0) go('/workspace/cases')
        }}
      />
    </>
  )
}
