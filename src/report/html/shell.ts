import {hash} from 'node:crypto'

import {escaped, scriptText} from './escape.ts'
import {licences, script as program, style} from './page/main.ts?bundle'

/** A page: one file that asks the network for nothing. Whoever has views to show makes one with `renderPage`. */
export interface Page {
  readonly title: string
  /** One sentence that says how it stands, and what colour it is said in. */
  readonly verdict: {readonly text: string; readonly tone: 'good' | 'bad' | 'unsure'}
  /** What it is about. */
  readonly about: readonly {readonly label: string; readonly lines: readonly string[]}[]
  readonly views: readonly View[]
  /** The last line. */
  readonly foot: string
}

/** A part of the page with a place in its navigation. Without scripts and in print all of them stand one below the other. */
export interface View {
  /** What the address of the page ends in: `#overview`. */
  readonly id: string
  readonly title: string
  readonly count?: number
  /** Markup, in pieces; text in it goes through `escaped`. */
  readonly body: Iterable<string>
}

/** Runs before anything is shown: the page looks different where it can be used. */
const early = `document.documentElement.classList.add('js')`

/** The whole page in pieces. Nothing but what is hashed here can run or be styled in it, whatever its text holds. */
export function* renderPage({title, verdict, about, views, foot}: Page): Generator<string> {
  const script = scriptText(program)
  const policy = [
    "default-src 'none'",
    `script-src '${sha256(early)}' '${sha256(script)}'`,
    `style-src '${sha256(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  yield `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n`
  yield `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
  yield `<meta name="color-scheme" content="light dark">\n<title>${escaped(title)}</title>\n`
  yield `<link rel="icon" href="${icon}">\n<script>${early}</script>\n<style>${style}</style>\n</head>\n<body>\n`
  yield '<a class="skip" href="#main">Skip to the content</a>\n'
  yield `<header class="top"><div class="brand"><h1>${escaped(title)}</h1><div id="theme"></div></div>\n`
  yield `<p class="verdict ${verdict.tone}">${escaped(verdict.text)}</p>\n<dl class="about">`
  for (const {label, lines} of about) {
    yield `<div><dt>${escaped(label)}</dt>${lines.map((line) => `<dd>${escaped(line)}</dd>`).join('')}</div>`
  }
  yield '</dl></header>\n<nav aria-label="Views"><ul>'
  for (const view of views) yield `<li><a href="#${view.id}">${titleOf(view)}</a></li>`
  yield '</ul></nav>\n<main id="main" tabindex="-1">\n'
  for (const view of views) {
    yield `<section class="view" id="${view.id}" aria-labelledby="${view.id}-title"><h2 id="${view.id}-title" tabindex="-1">${escaped(view.title)}</h2>\n`
    yield* view.body
    yield '</section>\n'
  }
  yield `</main>\n<footer><p>${escaped(foot)}</p></footer>\n<script>${script}</script>\n${comment(licences)}</body>\n</html>\n`
}

function titleOf({title, count}: View): string {
  if (count === undefined) return escaped(title)
  return `${escaped(title)} <span class="count">${count.toLocaleString('en-US')}</span>`
}

/** Whoever passes the page on passes the libraries in it on. */
function comment(text: string): string {
  return `<!--\n${text.trim().replaceAll('--', '- -').replaceAll('>', '')}\n-->\n`
}

function sha256(text: string): string {
  return `sha256-${hash('sha256', text, 'base64')}`
}

const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#2f5bd7"/>' +
    '<path d="M4 8.5l3 3 5-7" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>',
)}`

/** Figures that stand out, side by side. */
export function* cards(all: readonly Card[]): Generator<string> {
  yield '<ul class="cards">'
  for (const {label, value, note, href, tone} of all) {
    const inner = `<span class="value">${escaped(value)}</span> <span class="label">${escaped(label)}</span>`
    const aside = note === undefined ? '' : `<span class="note">${escaped(note)}</span>`
    const card = href === undefined ? `<div>${inner}</div>` : `<a href="${escaped(href)}">${inner}</a>`
    yield `<li class="card${tone === undefined ? '' : ` ${tone}`}">${card}${aside}</li>`
  }
  yield '</ul>\n'
}

export interface Card {
  readonly label: string
  readonly value: string
  readonly note?: string
  readonly href?: string
  readonly tone?: string
}
