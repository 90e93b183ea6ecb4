import type { Source } from '../../schema/index.ts'

const LONGEST_TITLE = 48

/**
 * A work in one line for display: first author, or the title cut short, then journal and year.
 * Example: `citeOf({ authors: "Dispenzieri A, et al.", journal: "Am J Hematol", year: 2023, … })` is
 * `"Dispenzieri A et al., Am J Hematol 2023"`.
 */
export function citeOf(source: Source): string {
  const who = source.authors === undefined ? shortTitle(source.title) : shortAuthors(source.authors)
  const where = [source.journal?.replace(/ [0-9].*$/, ''), source.year]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
  return where === '' ? who : `${who}, ${where}`
}

function shortAuthors(authors: string): string {
  const [first = '', ...others] = authors.split(/[,;]\s*/).filter((part) => part !== '')
  if (others.length === 0) return first
  return others.length === 1 && !/^et al/.test(others[0] ?? '') ? `${first} and ${others[0]}` : `${first} et al.`
}

function shortTitle(title: string): string {
  if (title.length <= LONGEST_TITLE) return title
  // Brackets say that the title only describes: they are kept around what is left of it.
  const described = /^\[(.*)\]$/.exec(title)?.[1]
  if (described !== undefined) return `[${shortTitle(described)}]`
  const cut = title.slice(0, LONGEST_TITLE)
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,:;.–-]+$/, '')} …`
}

/** Where a reader finds the work: its own address, else DOI, PubMed or PMC. */
export function urlOf({ url, doi, pmid, pmc }: Source): string | undefined {
  if (url !== undefined) return url
  if (doi !== undefined) return `https://doi.org/${doi}`
  if (pmc !== undefined) return `https://pmc.ncbi.nlm.nih.gov/articles/${pmc}/`
  return pmid === undefined ? undefined : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`
}
