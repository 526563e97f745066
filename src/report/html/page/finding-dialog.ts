import {html, nothing, render, type TemplateResult} from 'lit-html'

import type {PageFinding, PageFrame, PageRemedy} from '../page-data.ts'
import {copyButton} from './copy-button.ts'
import {diffView} from './diff-view.ts'
import {whereText} from './finding-model.ts'

export interface DialogActions {
  readonly close: () => void
  /** Opens the finding so many rows on; undefined where there is none. */
  readonly step: (by: -1 | 1) => (() => void) | undefined
}

/** One finding in full, over the page: both sides, cause, owner, line, and what to do. */
export function showDialog(
  dialog: HTMLDialogElement,
  finding: PageFinding,
  frame: PageFrame,
  actions: DialogActions,
): void {
  render(content(finding, frame, actions), dialog)
  if (!dialog.open) dialog.showModal()
  dialog.querySelector('h2')?.focus()
  dialog.querySelector('.body')?.scrollTo({top: 0})
}

function content(finding: PageFinding, frame: PageFrame, {close, step}: DialogActions): TemplateResult {
  const {severity, code, subject, says, before, after, standing, possible} = finding
  const words = frame.words[code]
  const [previous, next] = [step(-1), step(1)]
  return html`<header>
      <p>
        <span class="badge ${severity}">${severity}</span> ${words?.title ?? code}
        ${standing ? html`<span class="tag ${standing}">${standing}</span>` : nothing}
        ${possible ? html`<span class="tag">possible</span>` : nothing}
      </p>
      <div class="steps">
        <button type="button" aria-label="Previous finding" ?disabled=${!previous} @click=${previous}>‹</button>
        <button type="button" aria-label="Next finding" ?disabled=${!next} @click=${next}>›</button>
        <button type="button" aria-label="Close" @click=${close}>✕</button>
      </div>
    </header>
    <div class="body" tabindex="0" role="region" aria-labelledby="dialog-title">
      <h2 id="dialog-title" tabindex="-1">${subject}</h2>
      <p>${says}</p>
      ${before !== undefined && after !== undefined ? diffView(before, after) : nothing} ${facts(finding)}
      ${remedies(finding.remedies ?? [])} ${explained(words, code)}
      <p class="links">${copyButton('Copy link', () => location.href)}</p>
    </div>`
}

function facts(finding: PageFinding): TemplateResult {
  const {change, place, property, type, cost} = finding
  const all: readonly (readonly [string, string | undefined])[] = [
    ['Costs', cost?.text],
    ['Changed', change],
    ['Declared at', place],
    ['Attribute', property],
    ['Type', type],
    ['Where', whereText(finding) || undefined],
    ...finding.facts,
  ]
  const shown = all.filter(([, text]) => text !== undefined)
  return html`<dl>
    ${shown.map(
      ([label, text]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`
}

function remedies(all: readonly PageRemedy[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing
  return html`<h3>What can be done</h3>
    ${all.map(
      ({title, code, place, edit, notes}) =>
        html`<section class="remedy">
          <h4>${title}</h4>
          ${place === undefined ? nothing : html`<p class="mono">${place}</p>`}
          ${edit ? diffView(edit.before, edit.after) : nothing} ${code === undefined ? nothing : pasteable(code)}
          ${
            notes.length === 0
              ? nothing
              : html`<ul>
                  ${notes.map((note) => html`<li>${note}</li>`)}
                </ul>`
          }
        </section>`,
    )}`
}

function explained(words: PageFrame['words'][keyof PageFrame['words']], code: string): TemplateResult | typeof nothing {
  if (!words) return nothing
  return html`<details open>
    <summary>What it means (${code})</summary>
    <p>${words.meaning}</p>
    <ol>
      ${words.steps.map(({text, command}) => html`<li>${text} ${command === undefined ? nothing : pasteable(command)}</li>`)}
    </ol>
  </details>`
}

function pasteable(code: string): TemplateResult {
  return html`<div class="code">
    <pre tabindex="0" role="group" aria-label="Code">${code}</pre>
    ${copyButton('Copy', () => code)}
  </div>`
}
