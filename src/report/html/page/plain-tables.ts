/** Tables that stand in the page: their columns sort, and long ones can be searched. */
export function sortablePlainTables(root: ParentNode): void {
  for (const figures of root.querySelectorAll<HTMLDetailsElement>('figure details')) figures.open = false
  for (const table of root.querySelectorAll<HTMLTableElement>('.view table.plain')) {
    if (table.closest('#plain-findings, figure')) continue
    const headers = [...table.querySelectorAll<HTMLTableCellElement>('thead th')]
    for (const [at, header] of headers.entries()) sortable(header, at, table, headers)
    if (table.rows.length > longTable) searchable(table)
  }
}

const longTable = 15

function sortable(header: HTMLTableCellElement, at: number, table: HTMLTableElement, all: readonly Element[]): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.append(...header.childNodes)
  header.replaceChildren(button)
  header.setAttribute('aria-sort', 'none')
  button.addEventListener('click', () => {
    const direction = header.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending'
    for (const one of all) one.setAttribute('aria-sort', one === header ? direction : 'none')
    const [body] = table.tBodies
    if (!body) return
    const sign = direction === 'ascending' ? 1 : -1
    const keyed = [...body.rows].map((row) => ({row, key: keyOf(row.cells[at])}))
    keyed.sort((a, b) => sign * compare(a.key, b.key))
    body.append(...keyed.map(({row}) => row))
  })
}

function keyOf(cell: HTMLTableCellElement | undefined): number | string {
  const sort = cell?.dataset['sort']
  return sort === undefined ? (cell?.textContent ?? '') : Number(sort)
}

const text = new Intl.Collator('en', {numeric: true})

function compare(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : text.compare(String(a), String(b))
}

function searchable(table: HTMLTableElement): void {
  const label = document.createElement('label')
  const input = document.createElement('input')
  const told = document.createElement('span')
  label.className = 'search'
  input.type = 'search'
  told.setAttribute('role', 'status')
  label.append('Search ', input)
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((row) => ({row, words: row.textContent.toLowerCase()}))
  input.addEventListener('input', () => {
    const wanted = input.value.toLowerCase().split(/\s+/)
    for (const {row, words} of rows) row.hidden = !wanted.every((word) => words.includes(word))
    const left = rows.filter(({row}) => !row.hidden).length
    told.textContent = `${left} of ${rows.length} rows`
  })
  const bar = document.createElement('div')
  bar.className = 'bar'
  bar.append(label, told)
  table.parentElement?.before(bar)
}
