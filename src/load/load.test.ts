import { describe, expect, it } from 'vitest'
import { changed, SOUND_GAPS } from '../../test/support/sound-knowledge.ts'
import { createEngine } from '../core/engine.ts'
import { checkNeverMet } from './lint/never-met.ts'
import { loadFiles } from './load.ts'

const SET = 'rules/criteria/set-one.yaml'
const DERIVED = 'rules/derived/swelling.yaml'

describe('loading knowledge', () => {
  it('compiles knowledge unless the compiled form would be wrong', () => {
    const uncited = loadFiles(changed({ file: DERIVED, replace: 'work-one', with: 'work-on' }), { gaps: SOUND_GAPS })
    expect(uncited.knowledge).toBeDefined()
    const broken = loadFiles(changed({ file: SET, replace: 'finding: fever', with: 'finding: fevr' }), {
      gaps: SOUND_GAPS,
    })
    expect(broken.knowledge).toBeUndefined()
  })

  it('lets a tier ask for the rule it belongs to', () => {
    const eligible = changed({ file: SET, replace: 'cautions:', with: 'eligible: { rule: set-one }\ncautions:' })
    expect(loadFiles(eligible, { gaps: SOUND_GAPS }).problems).toEqual([])
  })

  it('lets a text bear the mark where a flag switches it off', () => {
    const file = 'conflicts/how-many.yaml'
    const off = changed({ file, replace: 'does: Takes 450.', with: 'unverified: true\ndoes: Takes 450 [unverified].' })
    expect(loadFiles(off, { gaps: SOUND_GAPS }).problems).toEqual([])
  })

  it('takes the beginning of an id that the code completes for a use of all that begin so', () => {
    const files = changed({ file: 'phrases/en/more.yaml', with: 'note.lost: "x"\n' })
    const code = [{ path: 'src/x.ts', text: 'say(engine, `note.$'.concat('{value}`)') }]
    expect(loadFiles(files, { gaps: SOUND_GAPS, code }).warnings).toEqual([])
  })

  it('says where a rule is too large to decide', () => {
    const { authored, knowledge } = loadFiles(changed())
    if (!knowledge) throw new Error('the fixture does not compile')
    const problems = checkNeverMet({ authored, engine: createEngine(knowledge), code: [] }, 4)
    expect(problems.map(({ what }) => what).join()).toMatch(/set-one: too large to decide whether it can be met/)
  })
})
