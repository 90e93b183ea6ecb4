import { type Block, type Document, type Group, groupsOf, type Section, sectionsOf } from '../blocks.ts'
import { chartHtml } from './html-chart.ts'
import { STYLE } from './html-style.ts'
import { plain, Texts } from './html-text.ts'

const POLICY = "default-src 'none'; style-src 'unsafe-inline'"
const ALERT = '<svg viewBox="0 0 12 12" aria-hidden="true"><path d="M6 .6 12 11.4H0z" fill="currentColor"/></svg>'

/**
 * Draws a document as one HTML file that needs nothing else: no script, no font, no picture from elsewhere, and a policy
 * that allows none. Example: `html(guide(file, 'suspected'))`.
 */
export function html(document: Document): string {
  const { language, title, lead, foot, labels } = document
  const texts = new Texts(document.terms, labels.source)
  const { opening, sections } = splitOpening(document.blocks)
  const contents = sections.flatMap(({ heading }) =>
    heading?.id ? [`<a href="#${heading.id}">${plain(heading.text)}</a>`] : [],
  )
  const nav =
    document.format === 'page'
      ? `<nav class="contents" aria-label="${plain(labels.contents)}">${contents.join('')}</nav>`
      : ''
  const notice = opening.map((block) => draw(block, texts).replace('<p', '<p class="notice"'))
  return `<!doctype html>
<html lang="${plain(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${plain(title)}</title>
<style>${STYLE}</style>
</head>
<body class="${document.format}">
<a class="skip" href="#main">${plain(labels.skip)}</a>
<header class="hello"><div class="in"><h1>${plain(title)}</h1>
${lead ? `<p class="lead">${texts.said(lead)}</p>` : ''}
${notice.join('\n')}
${nav}</div></header>
<main id="main" class="in">
${sections.map((section) => drawSection(section, texts)).join('\n')}
</main>
<footer class="in"><div class="foot">${foot.map((line) => `<span>${plain(line)}</span>`).join('')}</div></footer>
</body>
</html>
`
}

/** The words that open the document, and its sections; what follows them without a heading is a section too. */
function splitOpening(blocks: readonly Block[]): { opening: readonly Block[]; sections: readonly Section[] } {
  const end = blocks.findIndex((block) => block.kind !== 'paragraph')
  return { opening: blocks.slice(0, end), sections: sectionsOf(blocks.slice(end)) }
}

function drawSection({ heading, blocks }: Section, texts: Texts): string {
  texts.begin()
  const id = heading?.id ? ` id="${heading.id}"` : ''
  const title = heading ? `<h2>${plain(heading.text)}</h2>` : ''
  const groups = groupsOf(blocks).map((group) => drawGroup(group, texts))
  return `<section${id}>${title}${groups.join('\n')}</section>`
}

function drawGroup(group: Group, texts: Texts): string {
  switch (group.kind) {
    case 'callouts':
      return `<div class="call">${group.blocks.map((block) => draw(block, texts)).join('')}</div>`
    case 'value': {
      const words = group.words.map((block) => draw(block, texts)).join('')
      return `<div class="value"><div>${words}</div>${group.chart ? chartHtml(group.chart) : ''}</div>`
    }
    case 'single':
      return draw(group.block, texts)
    default:
      return group satisfies never
  }
}

function draw(block: Block, texts: Texts): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${plain(block.text)}</h3>`
    case 'paragraph':
      return `<p${block.tone ? ' class="note"' : ''}>${texts.said(block)}</p>`
    case 'list':
      return `<${block.ordered ? 'ol class="ask"' : `ul class="list${block.columns ? ' pair' : ''}"`}>${block.items
        .map((item) => `<li>${block.ordered ? `<span>${texts.said(item)}</span>` : texts.said(item)}</li>`)
        .join('')}</${block.ordered ? 'ol' : 'ul'}>`
    case 'checklist':
      return `<ul class="checks">${block.items
        .map((item) => `<li><label><input type="checkbox"><span>${texts.said(item)}</span></label></li>`)
        .join('')}</ul>`
    case 'letters':
      return `<ul class="letters">${block.items
        .map(
          ({ letter, says }) =>
            `<li><span class="big" aria-hidden="true">${plain(letter)}</span><div>${says.map((item) => `<p>${texts.said(item)}</p>`).join('')}</div></li>`,
        )
        .join('')}</ul>`
    case 'callout':
      return `<div class="${block.urgency}"><h3>${block.urgency === 'now' ? ALERT : ''}${plain(block.title)}</h3><ul>${block.items
        .map((item) => `<li>${texts.said(item)}</li>`)
        .join('')}</ul></div>`
    case 'table':
      return tableHtml(block, texts)
    case 'definitions':
      return `<dl class="terms">${block.items
        .map(({ id, term, means }) => `<div id="term-${id}"><dt>${plain(term)}</dt><dd>${plain(means)}</dd></div>`)
        .join('')}</dl>`
    case 'chart':
      return chartHtml(block)
    case 'timeline':
      return `<ol class="road">${block.items
        .map(({ title, dates, state, says }) => {
          const when = dates ? ` <span>${plain(dates)}</span>` : ''
          const here = state === 'now' ? `<em>${plain(block.here)}</em>` : ''
          const items = says.map((item) => `<li>${texts.said(item)}</li>`).join('')
          return `<li class="${state}"><h3>${plain(title)}${when}${here}</h3><ul>${items}</ul></li>`
        })
        .join('')}</ol>`
    case 'fields':
      return `<dl class="fields">${block.items
        .map(({ label, known, lines }) => {
          const filled = known.map((line) => `<div>${plain(line)}</div>`).join('')
          return `<div><dt>${plain(label)}</dt><dd>${filled}${'<div class="rule"></div>'.repeat(lines)}</dd></div>`
        })
        .join('')}</dl>`
    case 'sources':
      return `<ol class="refs">${block.items
        .map(({ number, text, url }) => {
          const words = plain(text)
          return `<li id="source-${number}"><span>${number}</span><span>${url ? `<a href="${plain(url)}">${words}</a>` : words}</span></li>`
        })
        .join('')}</ol>`
    case 'page-break':
      return '<div style="break-after:page"></div>'
    default:
      return block satisfies never
  }
}

function tableHtml({ caption, head, rows }: Extract<Block, { kind: 'table' }>, texts: Texts): string {
  const top = head.map((cell) => `<th scope="col">${plain(cell)}</th>`).join('')
  const body = rows.map((row) => {
    const cells = row.map((cell, i) =>
      i === 0
        ? `<th scope="row">${texts.said(cell)}</th>`
        : `<td data-head="${plain(head[i] ?? '')}">${texts.said(cell)}</td>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table><caption>${plain(caption)}</caption><thead><tr>${top}</tr></thead><tbody>${body.join('')}</tbody></table>`
}
