import { Believe } from './believe.tsx'
import { Complications } from './complications.tsx'
import { Course } from './course.tsx'
import { Lead } from './lead.tsx'
import { Recovery } from './recovery.tsx'
import './follow-up.css'

/** How it went: the sentence and its axes, the course of every test, and what to think of before believing a rise. */
export default function FollowUp() {
  return (
    <div className="followup">
      <Lead />
      <div className="followup-main">
        <Course />
        <div className="followup-low">
          <Complications />
          <Believe />
        </div>
        <Recovery />
      </div>
    </div>
  )
}
