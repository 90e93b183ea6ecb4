import en from '../../../words/en/cases.json'
import { useWords } from '../../words/words.ts'
import { KeepThis } from './keep-this.tsx'
import { KeptList } from './kept-list.tsx'
import { OpenedList } from './opened-list.tsx'
import { Paste } from './paste.tsx'
import { SampleList } from './sample-list.tsx'
import './cases.css'

/** Where cases come from and go to: files and text, the samples, and those kept on this device. */
export default function Cases() {
  const say = useWords('cases', en)
  return (
    <div className="leaf-page cases">
      <h1>{say('cases.title')}</h1>
      <p className="lead">{say('cases.lead')}</p>
      <OpenedList />
      <div className="cases-pages">
        <div>
          <Paste />
          <KeepThis />
          <KeptList />
        </div>
        <div>
          <SampleList kind="published" />
          <SampleList kind="teaching" />
        </div>
      </div>
    </div>
  )
}
