import {
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core'
import {html, render} from 'lit-html'

import type {PageFinding, PageFrame} from '../page-data.ts'
import {facets, findingModel} from './finding-model.ts'
import {showDialog} from './finding-dialog.ts'
import {findingTable, type Window as Rows} from './finding-table.ts'
import {filterBar} from './filters.ts'
import {printedFindings} from './printed.ts'
import {currentRoute, go, type Route} from './route.ts'

export interface FindingTable {
  /** Narrows, sorts and opens what a route says. */
  show(route: Route): void
  /** Puts a plain table of the rows there, or takes it away. */
  print(isPrinting: boolean): void
}

/** The table of findings: as many rows as fit the window are in the page, however many there are. */
export function showFindings(root: Document): FindingTable | undefined {
  const place = root.querySelector<HTMLElement>('#finding-table')
  const plain = root.querySelector<HTMLElement>('#plain-findings')
  const all = (read('#finding-data') ?? []) as readonly PageFinding[]
  const frame = read('#finding-frame') as PageFrame | undefined
  if (!place || !plain || !frame || all.length === 0) return undefined
  plain.replaceChildren()
  return new Findings(place, plain, all, frame)
}

function read(selector: string): unknown {
  const text = document.querySelector(selector)?.textContent
  return text ? JSON.parse(text) : undefined
}

/** How long a search waits for the next letter, in milliseconds. */
const pause = 120

class Findings implements FindingTable {
  readonly #place: HTMLElement
  readonly #plain: HTMLElement
  readonly #frame: PageFrame
  readonly #model
  readonly #isPriced: boolean
  readonly #dialog = document.createElement('dialog')
  readonly #virtualizer: Virtualizer<Window, HTMLElement>
  #rows: readonly PageFinding[]
  #query = new URLSearchParams()
  #active = 0
  #rowHeight = 56
  #typing: ReturnType<typeof setTimeout> | undefined
  #narrowed: string | undefined

  constructor(place: HTMLElement, plain: HTMLElement, all: readonly PageFinding[], frame: PageFrame) {
    this.#place = place
    this.#plain = plain
    this.#frame = frame
    this.#model = findingModel(all, frame)
    this.#rows = all
    this.#isPriced = all.some(({cost}) => cost !== undefined)
    document.body.append(this.#dialog)
    this.#dialog.setAttribute('aria-labelledby', 'dialog-title')
    this.#dialog.addEventListener('cancel', (event) => {
      event.preventDefault()
      this.#close()
    })
    this.#dialog.addEventListener('click', ({target}) => {
      if (target === this.#dialog) this.#close()
    })
    this.#virtualizer = new Virtualizer(this.#options())
    this.#virtualizer._didMount()
    new ResizeObserver(() => this.#measure()).observe(place)
  }

  show({view, finding, query}: Route): void {
    if (view === 'findings') this.#narrow(query)
    const open = finding === undefined ? undefined : this.#model.all.find(({id}) => id === finding)
    if (open) this.#open(open)
    else if (this.#dialog.open) {
      this.#dialog.close()
      this.#focusRow(this.#active)
    }
  }

  print(isPrinting: boolean): void {
    render(isPrinting ? printedFindings(this.#rows, this.#model.all.length) : html``, this.#plain)
  }

  #narrow(query: URLSearchParams): void {
    const text = query.toString()
    this.#query = query
    if (text !== this.#narrowed) {
      this.#narrowed = text
      this.#model.narrow(query)
      this.#rows = this.#model.rows()
      this.#active = 0
    }
    this.#update()
    this.#measure()
  }

  #options(): VirtualizerOptions<Window, HTMLElement> {
    return {
      count: this.#rows.length,
      getScrollElement: () => window,
      estimateSize: () => this.#rowHeight,
      scrollToFn: windowScroll,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      onChange: () => this.#render(),
      overscan: 8,
      scrollMargin: this.#top(),
      initialRect: {width: innerWidth, height: innerHeight},
      getItemKey: (index: number) => this.#rows[index]?.id ?? index,
      // Below the head of the table, which stays at the top of the window.
      scrollPaddingStart: 48,
    }
  }

  /** Where the first row is, from the top of the page. */
  #top(): number {
    const body = this.#place.querySelector('tbody')
    return body ? body.getBoundingClientRect().top + scrollY : 0
  }

  #update(): void {
    this.#virtualizer.setOptions(this.#options())
    this.#virtualizer._willUpdate()
    this.#render()
  }

  /** Rows are as high as the reader's letters make them. */
  #measure(): void {
    const row = this.#place.querySelector<HTMLElement>('tbody tr[data-index]')
    const height = row?.getBoundingClientRect().height ?? 0
    const moved = Math.abs(this.#top() - this.#virtualizer.options.scrollMargin) > 1
    if (height === 0 || (Math.abs(height - this.#rowHeight) < 0.5 && !moved)) return
    this.#rowHeight = height
    this.#virtualizer.setOptions(this.#options())
    this.#virtualizer.measure()
  }

  #window(): Rows {
    const items = this.#virtualizer.getVirtualItems()
    const margin = this.#virtualizer.options.scrollMargin
    const [first, last] = [items[0], items.at(-1)]
    if (!first || !last) return {items: [], before: 0, after: 0}
    return {items, before: first.start - margin, after: this.#virtualizer.getTotalSize() - (last.end - margin)}
  }

  #render(): void {
    if (this.#place.closest('[hidden]')) return
    const set = (name: string, value: string): void => this.#set(name, value)
    const parts = {model: this.#model, query: this.#query, isPriced: this.#isPriced, set}
    const {length} = this.#rows
    const all = this.#model.all.length.toLocaleString('en-US')
    const told = `${length.toLocaleString('en-US')} of ${all} ${all === '1' ? 'finding' : 'findings'}`
    const table = findingTable({
      ...parts,
      rows: this.#rows,
      window: this.#window(),
      active: this.#active,
      move: (event) => this.#move(event),
    })
    const bar = filterBar({...parts, frame: this.#frame, clear: () => this.#clear()})
    render(
      html`${bar}
        <p class="told" role="status" aria-live="polite">${told}</p>
        ${table}`,
      this.#place,
    )
  }

  #set(name: string, value: string): void {
    const query = new URLSearchParams(currentRoute().query)
    if (value === '') query.delete(name)
    else query.set(name, value)
    const apply = (): void => go({view: 'findings', query}, false)
    clearTimeout(this.#typing)
    if (name === 'q') this.#typing = setTimeout(apply, pause)
    else apply()
  }

  #clear(): void {
    const query = new URLSearchParams(this.#query)
    for (const name of [...facets, 'q']) query.delete(name)
    go({view: 'findings', query}, false)
    this.#place.querySelector<HTMLElement>('input[type=search]')?.focus()
  }

  /** Arrows, Page, Home and End go from row to row, as in a list. */
  #move(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(innerHeight / this.#rowHeight) - 2)
    const steps: Readonly<Record<string, number>> = {ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page}
    const ends: Readonly<Record<string, number>> = {Home: 0, End: this.#rows.length - 1}
    const step = steps[event.key]
    const to = ends[event.key] ?? (step === undefined ? undefined : this.#active + step)
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    this.#focusRow(Math.min(Math.max(to, 0), this.#rows.length - 1))
  }

  /** Rows that are not there yet are once the window has moved to them. */
  #focusRow(index: number): void {
    this.#active = index
    this.#virtualizer.scrollToIndex(index, {align: 'auto'})
    this.#render()
    const focus = (): boolean => {
      const link = this.#place.querySelector<HTMLElement>(`tr[data-index="${index}"] a`)
      link?.focus({preventScroll: true})
      return link !== null
    }
    if (!focus()) requestAnimationFrame(() => focus() || requestAnimationFrame(() => focus()))
  }

  #open(finding: PageFinding): void {
    const at = this.#rows.indexOf(finding)
    if (at >= 0) this.#active = at
    showDialog(this.#dialog, finding, this.#frame, {
      close: () => this.#close(),
      step: (by) => {
        const next = at < 0 ? undefined : this.#rows[at + by]
        return next && (() => go({view: 'findings', finding: next.id, query: this.#query}, false))
      },
    })
  }

  #close(): void {
    go({view: 'findings', query: this.#query}, true)
  }
}
