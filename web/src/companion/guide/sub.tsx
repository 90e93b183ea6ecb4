import { createContext, type ReactNode, use } from 'react'

/** On a page of its own a section is the page: its parts stand one level higher. */
export const SubLevel = createContext<2 | 3>(3)

/** The heading of a part of a section. Example: `<Sub>My own questions</Sub>`. */
export function Sub({ children }: { readonly children: ReactNode }) {
  const level = use(SubLevel)
  return level === 2 ? <h2 className="co-sub">{children}</h2> : <h3 className="co-sub">{children}</h3>
}
