import type { Authored } from '../authored.ts'
import { splitKey } from '../threshold.ts'
import { everyNode, keysRead } from '../walk.ts'
import { reporter, type TextLint } from './lint.ts'

/** Keys that a rule, the clinical path, a test, the table of measurements, a confounder or the settings read. */
function keysUsed(authored: Authored): ReadonlySet<string> {
  const used = new Set<string>()
  const add = (...keys: readonly (string | undefined)[]) => {
    for (const key of keys) if (key !== undefined) used.add(key)
  }
  for (const { node } of everyNode(authored)) add(...keysRead(node))
  // The clinical path also compares, dates and explains by key, and a test is what its answers are.
  for (const { content } of authored.care.response.values()) add(...(content.items ?? []).map((item) => item.key))
  for (const { content } of authored.care.recovery.values()) add(...(content.keys ?? []))
  for (const { content } of authored.care['treatment/cautions'].values()) add(...content.drugs)
  for (const { content } of authored.workup.values()) add(...content.answers)
  for (const { content } of authored.measured.values())
    add(content.measurement, ...content.makes.map((make) => make.finding))
  for (const { content } of authored.confounders.values()) {
    const below = content.below === undefined ? undefined : splitKey(content.below)?.key
    add(
      ...content.keys,
      ...(content['explained-by'] ?? []),
      ...(content['unless-known'] ?? []),
      content['after-course-with'],
      below,
    )
  }
  for (const { content } of authored.settings.values())
    add(...content['red-flags-quiet-when'], content['known-diagnosis'], content['excluded-diagnosis'])
  // Treatments that end the time before treatment are read by every leaf of that time.
  for (const { id, content } of authored.findings.values()) if (content['directed-at']) add(id)
  return used
}

export const findingUnused: TextLint = {
  id: 'finding-unused',
  describe: 'A finding that no rule, table or setting reads.',
  severity: 'error',
  stage: 'text',
  blocks: false,
  check: ({ authored }) => {
    const { problems, report } = reporter('finding-unused')
    const used = keysUsed(authored)
    for (const entry of authored.findings.values())
      if (!used.has(entry.id)) report(entry, [], 'no rule reads it', 'use it, or delete the file')
    return problems
  },
}

export const aliasShared: TextLint = {
  id: 'alias-shared',
  describe: 'A name that two findings have: whoever writes it could mean either.',
  severity: 'warning',
  stage: 'text',
  blocks: false,
  check: ({ authored }) => {
    const { problems, report } = reporter('alias-shared')
    const owners = new Map<string, string>()
    for (const entry of authored.findings.values()) {
      const { label, aliases = [] } = entry.content
      const names = new Map<string, (string | number)[]>([[label.toLowerCase(), ['label']]])
      aliases.forEach((alias, i) => {
        const name = alias.toLowerCase()
        if (!names.has(name)) names.set(name, ['aliases', i])
      })
      for (const [name, path] of names) {
        const owner = owners.get(name)
        if (owner === undefined) owners.set(name, entry.id)
        else report(entry, path, `"${name}" is also a name of ${owner}`, 'keep it where it is meant')
      }
    }
    return problems
  },
}
