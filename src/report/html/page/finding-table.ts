import {html, nothing, type TemplateResult} from 'lit-html'
import {repeat} from 'lit-html/directives/repeat.js'

import type {PageFinding} from '../page-data.ts'
import {orderLabels} from './filters.ts'
import {orders, type FindingModel, type Order} from './finding-model.ts'
import {hashOf} from './route.ts'

export interface Window {
  /** The rows that are in the page, and the room that those before and after them take, in pixels. */
  readonly items: readonly {readonly index: number}[]
  readonly before: number
  readonly after: number
}

export interface TableParts {
  readonly model: FindingModel
  readonly rows: readonly PageFinding[]
  readonly window: Window
  readonly query: URLSearchParams
  readonly isPriced: boolean
  /** The row that Tab leads to; arrows move it. */
  readonly active: number
  readonly set: (name: string, value: string) => void
  readonly move: (event: KeyboardEvent) => void
}

/** The rows that can be seen, of a table that says how many it has. */
export function findingTable(parts: TableParts): TemplateResult {
  const {rows, window, move, isPriced} = parts
  const columns = orders.filter((order) => order !== 'cost' || isPriced)
  return html`<table class="findings" aria-rowcount=${rows.length + 1} aria-label="Findings">
    <thead>
      <tr aria-rowindex="1">
        ${columns.map((order) => header(order, parts))}
      </tr>
    </thead>
    <tbody @keydown=${move}>
      ${room(window.before)}
      ${repeat(
        window.items,
        ({index}) => rows[index]?.id,
        ({index}) => row(index, columns, parts),
      )}
      ${room(window.after)}
    </tbody>
  </table>`
}

/** Stands for rows that are not in the page; nobody should hear of it. Its style is set by program, since the page allows none in markup. */
function room(height: number): TemplateResult | typeof nothing {
  if (height <= 0) return nothing
  return html`<tr class="room" aria-hidden="true">
    <td .style=${`height: ${height}px`}></td>
  </tr>`
}

function header(order: Order, {model, set}: TableParts): TemplateResult {
  const isBy = model.order?.by === order
  const isDown = model.order?.isDown === true
  const sort = isBy ? (isDown ? 'descending' : 'ascending') : 'none'
  const first = order === 'cost' ? `-${order}` : order
  const next = isBy ? (isDown ? order : `-${order}`) : first
  return html`<th scope="col" class="col-${order}" aria-sort=${sort}>
    <button type="button" @click=${() => set('sort', next)}>${orderLabels[order]}</button>
  </th>`
}

function row(index: number, columns: readonly Order[], parts: TableParts): TemplateResult | typeof nothing {
  const finding = parts.rows[index]
  if (!finding) return nothing
  return html`<tr aria-rowindex=${index + 2} data-index=${index}>
    ${columns.map((order) => cell(order, finding, index === parts.active, parts.query))}
  </tr>`
}

function cell(order: Order, finding: PageFinding, isActive: boolean, query: URLSearchParams): TemplateResult {
  const {id, severity, subject, says, type = '', place = '', cost, standing, possible} = finding
  if (order === 'subject') {
    const href = hashOf({view: 'findings', finding: id, query})
    return html`<th scope="row" class="col-subject">
      <a href=${href} data-id=${id} tabindex=${isActive ? 0 : -1}>${subject}</a>
      <div class="says">
        ${possible ? html`<span class="tag">possible</span> ` : nothing}${says}${cost ? html`<span class="phone">, ${cost.text}</span>` : nothing}
      </div>
    </th>`
  }
  if (order === 'severity') {
    const badge = standing === 'new' ? html` <span class="tag new">new</span>` : nothing
    return html`<td class="col-severity"><span class="badge ${severity}">${severity}</span>${badge}</td>`
  }
  if (order === 'where')
    return html`<td class="col-where">
      <div class="clip">${finding.region}</div>
      <div class="clip">${finding.account}</div>
    </td>`
  const text = order === 'type' ? type : order === 'place' ? place : (cost?.text ?? '')
  return html`<td class="col-${order}"><div class="clip" title=${text}>${text}</div></td>`
}
