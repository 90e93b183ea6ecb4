import { accessOf, plain } from '../support/access.ts'
import { CASES, lay, TABS } from '../support/screens.ts'

accessOf(
  CASES.map((id) => ({
    name: `the workspace with ${id}`,
    screens: TABS.map((tab) => `/workspace/${tab}`),
    async open(on) {
      const page = await plain(on)
      await lay(page, id)
      return page
    },
  })),
)
