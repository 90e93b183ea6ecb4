import type { ReactNode } from 'react'
import { sign } from '../../../../src/core/index.ts'
import { placeOfId, titleOf } from '../place.ts'
import { lines, part, particulars, table } from '../set/parts.tsx'
import type { Setter } from '../set/setter.tsx'
import { relationWord } from './codes.tsx'
import { conflictList } from './conflict.tsx'
import { grouped } from './grouped.tsx'
import type { Leaf } from './leaf.ts'

type Make = Setter['library']['measured'][string]['makes'][number]

/** A key of the vocabulary: what it means, what counts for it, its limits, codes, and who reads it. */
export function findingPage(key: string, setter: Setter): Leaf | undefined {
  const { library, say } = setter
  const finding = library.findings[key]
  if (!finding) return undefined
  return {
    place: { kind: 'findings', id: key },
    title: finding.label,
    lead: setter.noted(finding.plain, finding.sources ? { sources: finding.sources } : {}),
    facts: [say(`kind.${finding.kind}`), finding.group.replaceAll('-', ' ')],
    body: (
      <>
        {finding.note === undefined ? null : <p className="lib-first">{setter.said(finding.note)}</p>}
        {particulars(setter, [
          [say('finding.aliases'), finding.aliases?.join(', ')],
          [say('finding.unit'), finding.unit && unitWords(finding.unit)],
          [say('finding.values'), finding.values?.map((value) => finding.words?.[value] ?? value).join(', ')],
          [say('finding.sex'), finding.sex],
          [say('finding.directed'), finding['directed-at'] && say('finding.directed.says')],
        ])}
        {part(setter, say('counts'), lines(finding.counts?.map((text) => setter.said(text))))}
        {part(setter, say('counts-not'), lines(finding['counts-not']?.map((text) => setter.said(text))))}
        {part(setter, say('finding.made-from'), lines(madeFrom(key, setter)))}
        {part(setter, say('finding.makes'), lines(makes(key, setter)))}
        {part(setter, say('finding.reserved'), lines(reservations(key, setter)))}
        {part(setter, say('conflicts'), conflictList(setter, setter.conflictsAbout([key])))}
        {part(setter, say('used-by'), grouped(setter, setter.users(finding.usedBy, { kind: 'findings', id: key })))}
        {part(setter, say('codes'), codes(key, setter))}
      </>
    ),
  }
}

const unitWords = (unit: string): string => (sign(unit) === unit ? unit : `${sign(unit)} (UCUM ${unit})`)

function limitWords(make: Make, { say }: Setter): string {
  const limit = make.value
    ? sign(make.value)
    : make['without-limit']
      ? say('limit.or', { side: make.when, value: sign(make['without-limit']) })
      : say('limit.own', { side: make.when })
  return [limit, make.sex, make.confirm ? say('limit.confirm') : undefined].filter(Boolean).join(', ')
}

function madeFrom(key: string, setter: Setter): readonly ReactNode[] {
  return Object.values(setter.library.measured).flatMap(({ measurement, makes: all }) =>
    all
      .filter(({ finding }) => finding === key)
      .map((make) => (
        <>
          {setter.finding(measurement)} {limitWords(make, setter)}
          {setter.mark(make)}
        </>
      )),
  )
}

function makes(key: string, setter: Setter): readonly ReactNode[] {
  const entry = Object.values(setter.library.measured).find(({ measurement }) => measurement === key)
  if (!entry) return []
  return [
    ...entry.makes.map((make) => (
      <>
        {setter.finding(make.finding)}: {limitWords(make, setter)}
        {setter.mark(make)}
      </>
    )),
    ...(entry['within-means-absent']
      ? [
          <span key="within" lang={setter.language}>
            {setter.say('limit.within')}
          </span>,
        ]
      : []),
    ...(entry.note === undefined ? [] : [setter.said(entry.note)]),
  ]
}

function reservations(key: string, setter: Setter): readonly ReactNode[] {
  return Object.entries(setter.library.confounders)
    .filter(([, { keys }]) => keys.includes(key))
    .map(([id, entry]) => (
      <>
        {setter.to({ kind: 'reservations', id })}
        {setter.mark(entry)}
      </>
    ))
}

function codes(key: string, setter: Setter): ReactNode {
  const { say } = setter
  const rows = setter.library.findings[key]?.codes ?? []
  if (rows.length === 0) return null
  return (
    <>
      <p lang={setter.language}>{say('codes.rule')}</p>
      {table({
        label: say('codes'),
        head: [say('codes.system'), say('codes.code'), say('codes.display'), say('codes.relation')],
        className: 'is-codes',
        rows: rows.map((row) => [
          row.system,
          <code key="code">{row.code}</code>,
          row.display ?? '',
          relationWord(setter, row),
        ]),
      })}
    </>
  )
}

/** What makes present findings count with reservation. */
export function reservationPage(id: string, setter: Setter): Leaf | undefined {
  const { library, engine, say } = setter
  const entry = library.confounders[id]
  if (!entry) return undefined
  const places = entry.keys.flatMap((key) => placeOfId(key, library) ?? [])
  return {
    place: { kind: 'reservations', id },
    title: titleOf({ kind: 'reservations', id }, library) ?? id,
    lead: setter.noted(engine.knowledge.phrases[entry.says] ?? entry.says, entry),
    facts: [say('kind.reservation')],
    review: entry.review ?? 'drafted',
    ...(entry.proposal && { proposal: true }),
    body: (
      <>
        {part(
          setter,
          say('reservation.when'),
          particulars(setter, [
            [say('reservation.explained'), entry['explained-by'] && setter.names(entry['explained-by'])],
            [say('reservation.after'), entry['after-course-with'] && setter.name(entry['after-course-with'])],
            [say('reservation.unless'), entry['unless-known'] && setter.names(entry['unless-known'])],
            [say('reservation.below'), entry.below && setter.said(belowWords(entry.below, setter))],
            [say('reservation.always'), entry.always && say('reservation.always.says')],
          ]),
        )}
        {part(setter, say('reservation.flags'), grouped(setter, places))}
      </>
    ),
  }
}

/** "egfr < 60 mL/min" with the name of what is measured. */
function belowWords(text: string, { engine }: Setter): string {
  const [key = '', ...rest] = text.split(' ')
  return `${engine.knowledge.findings[key]?.label ?? key} ${sign(rest.join(' '))}`
}
