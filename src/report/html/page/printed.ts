import {html, nothing, type TemplateResult} from 'lit-html'

import type {PageFinding} from '../page-data.ts'
import {whereText} from './finding-model.ts'

/** Findings on paper: some forty pages. */
const most = 1000

export function printedFindings(rows: readonly PageFinding[], all: number): TemplateResult {
  const shown = rows.slice(0, most)
  const left = `The first ${count(shown.length)} of ${count(rows.length)} findings${rows.length === all ? '' : `, filtered from ${count(all)}`}; the others are in the page itself.`
  return html`${shown.length === all ? nothing : html`<p class="left">${left}</p>`}
    <table class="plain">
      <thead>
        <tr>
          ${['Resource', 'Severity', 'Finding', 'Where', 'File'].map((title) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          (finding) =>
            html`<tr>
              <th scope="row" class="mono">${finding.subject}</th>
              <td><span class="badge ${finding.severity}">${finding.severity}</span></td>
              <td>${finding.says}</td>
              <td>${whereText(finding)}</td>
              <td class="mono">${finding.place ?? ''}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
}

function count(many: number): string {
  return many.toLocaleString('en-US')
}
