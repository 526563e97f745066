import {html, nothing, type TemplateResult} from 'lit-html'
import {live} from 'lit-html/directives/live.js'

import type {PageFrame} from '../page-data.ts'
import {facets, orders, type Facet, type FindingModel, type Order} from './finding-model.ts'

const labels: Readonly<Record<Facet, string>> = {
  severity: 'Severity',
  kind: 'Question',
  code: 'Finding',
  type: 'Type',
  account: 'Account',
  region: 'Region',
  standing: 'Baseline',
}

export const orderLabels: Readonly<Record<Order, string>> = {
  severity: 'Severity',
  subject: 'Finding',
  type: 'Type',
  where: 'Where',
  place: 'File',
  cost: 'A month',
}

const severityOrder = ['critical', 'high', 'medium', 'low', 'info'] as const

const kindNames: Readonly<Record<string, string>> = {
  drift: 'Drift',
  tags: 'Tags',
  spend: 'Accelerator spend',
  ignores: 'Ignores',
}
const standingNames: Readonly<Record<string, string>> = {new: 'New', known: 'Known', '': 'Without a baseline'}

export interface FilterBar {
  readonly model: FindingModel
  readonly frame: PageFrame
  readonly query: URLSearchParams
  readonly isPriced: boolean
  /** Sets one part of the address; an empty value takes it out. */
  readonly set: (name: string, value: string) => void
  readonly clear: () => void
}

/** Search, severities to tick, a list for everything else that has more than one value. */
export function filterBar(bar: FilterBar): TemplateResult {
  const {query, set, clear} = bar
  const isNarrowed = [...facets, 'q'].some((name) => query.has(name))
  return html`<form
    class="filters"
    role="search"
    aria-label="Findings"
    @submit=${(event: Event) => event.preventDefault()}
  >
    <label class="search"
      >Search
      <input
        type="search"
        autocomplete="off"
        spellcheck="false"
        placeholder="address, id, value, file …"
        .value=${live(query.get('q') ?? '')}
        @input=${({target}: Event) => set('q', (target as HTMLInputElement).value)}
      />
    </label>
    ${severities(bar)} ${facets.filter((facet) => facet !== 'severity').map((facet) => select(facet, bar))}
    ${orderSelect(bar)}
    <button type="button" class="clear" ?hidden=${!isNarrowed} @click=${clear}>Clear all</button>
  </form>`
}

function severities({model, query, set}: FilterBar): TemplateResult {
  const counts = model.countsOf('severity')
  const chosen = new Set(query.get('severity')?.split(','))
  const toggle = (severity: string): void => {
    if (!chosen.delete(severity)) chosen.add(severity)
    set('severity', severityOrder.filter((one) => chosen.has(one)).join(','))
  }
  return html`<fieldset>
    <legend>Severity</legend>
    ${severityOrder
      .filter((severity) => counts.has(severity) || chosen.has(severity))
      .map(
        (severity) =>
          html`<label class="chip ${severity}"
            ><input type="checkbox" .checked=${live(chosen.has(severity))} @change=${() => toggle(severity)} />
            ${severity} <span class="count">${(counts.get(severity) ?? 0).toLocaleString('en-US')}</span></label
          >`,
      )}
  </fieldset>`
}

function select(facet: Facet, {model, frame, query, set}: FilterBar): TemplateResult | typeof nothing {
  const counts = model.countsOf(facet)
  const chosen = query.get(facet) ?? ''
  const values = [...counts.keys()].filter((value) => value !== '' || facet === 'standing')
  if (values.length < 2 && chosen === '') return nothing
  const nameOf = (value: string): string => {
    if (facet === 'kind') return kindNames[value] ?? value
    if (facet === 'standing') return standingNames[value] ?? value
    return facet === 'code' ? (frame.words[value as keyof typeof frame.words]?.title ?? value) : value
  }
  const options = [...new Set([...values.filter((value) => value !== ''), ...(chosen === '' ? [] : [chosen])])]
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'))
    .map(
      (value) =>
        html`<option value=${value} .selected=${live(value === chosen)}>
          ${nameOf(value)} (${(counts.get(value) ?? 0).toLocaleString('en-US')})
        </option>`,
    )
  return html`<label
    >${labels[facet]}
    <select data-facet=${facet} @change=${({target}: Event) => set(facet, (target as HTMLSelectElement).value)}>
      <option value="" .selected=${live(chosen === '')}>All</option>
      ${options}
    </select></label
  >`
}

/** For narrow screens, where most columns are not there to be clicked. */
function orderSelect({model, isPriced, set}: FilterBar): TemplateResult {
  const now = model.order ? `${model.order.isDown ? '-' : ''}${model.order.by}` : ''
  const options = orders
    .filter((order) => order !== 'cost' || isPriced)
    .map((order) => {
      const value = order === 'cost' ? '-cost' : order
      return html`<option value=${value} .selected=${live(value === now)}>${orderLabels[order]}</option>`
    })
  return html`<label class="narrow"
    >Sort by
    <select @change=${({target}: Event) => set('sort', (target as HTMLSelectElement).value)}>
      <option value="" .selected=${live(now === '')}>Worst first</option>
      ${options}
    </select></label
  >`
}
