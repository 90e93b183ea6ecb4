import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import en from '../../words/en/cases.json'
import { useWords } from '../words/words.ts'
import { openInputs } from './opened.ts'
import './open.css'

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Files dropped anywhere on the page are read. */
export function DropAnywhere() {
  const say = useWords('cases', en)
  const [over, setOver] = useState(false)
  const [, go] = useLocation()
  useEffect(() => {
    const dragOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const dragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!holdsFiles(event)) return
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      openInputs(files.map((file) => ({ name: file.name, file })))
      if (files.length > 0) go('/workspace/cases')
    }
    addEventListener('dragover', dragOver)
    addEventListener('dragleave', dragLeave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', dragOver)
      removeEventListener('dragleave', dragLeave)
      removeEventListener('drop', drop)
    }
  }, [go])
  return over ? <div className="drop-here no-print">{say('drop')}</div> : null
}
