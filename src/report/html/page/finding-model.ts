import {
  columnFacetingFeature,
  columnFilteringFeature,
  constructTable,
  createFacetedRowModel,
  createFacetedUniqueValues,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
} from '@tanstack/table-core'
import {storeReactivityBindings} from '@tanstack/table-core/store-reactivity-bindings'

import type {PageFinding, PageFrame} from '../page-data.ts'
import type {Severity} from '../../../model/finding.ts'

/** What findings can be narrowed by, one value of several each; as they stand in the address. */
export const facets = ['severity', 'kind', 'code', 'type', 'account', 'region', 'standing'] as const
export type Facet = (typeof facets)[number]

/** What findings can be sorted by; as it stands in the address, with `-` before it for the other way round. */
export const orders = ['severity', 'subject', 'type', 'where', 'place', 'cost'] as const
export type Order = (typeof orders)[number]

/** Findings as a person has narrowed and sorted them. */
export interface FindingModel {
  readonly all: readonly PageFinding[]
  /** Takes filter and order from the query of an address. */
  narrow(query: URLSearchParams): void
  rows(): readonly PageFinding[]
  /** How many findings there are of each value, under what else is chosen. */
  countsOf(facet: Facet): ReadonlyMap<string, number>
  /** `-cost`; undefined for the order of the report. */
  readonly order: {readonly by: Order; readonly isDown: boolean} | undefined
}

const rank: Readonly<Record<Severity, number>> = {critical: 0, high: 1, medium: 2, low: 3, info: 4}

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnFilteringFeature,
  columnFacetingFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  facetedRowModel: createFacetedRowModel(),
  facetedUniqueValues: createFacetedUniqueValues(),
  sortedRowModel: createSortedRowModel(),
})

type Column = ColumnDef<typeof features, PageFinding>

const collator = new Intl.Collator('en', {numeric: true})

export function findingModel(all: readonly PageFinding[], frame: PageFrame): FindingModel {
  const texts = new Map<PageFinding, string>()
  const textOf = (finding: PageFinding): string => {
    const known = texts.get(finding)
    if (known !== undefined) return known
    const text = searchText(finding, frame)
    texts.set(finding, text)
    return text
  }
  const table = constructTable({
    features,
    data: [...all],
    columns: [
      ...facets.map(facetColumn),
      ...orders.filter((order) => !isFacet(order)).map(orderColumn),
      textColumn(textOf),
    ],
    getRowId: ({id}) => id,
    autoResetAll: false,
  })
  let order: FindingModel['order']
  return {
    all,
    narrow(query) {
      order = orderOf(query)
      const words = (query.get('q') ?? '')
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '')
      table.setColumnFilters([
        ...facets.flatMap((facet) => {
          const values =
            query
              .get(facet)
              ?.split(',')
              .filter((value) => value !== '') ?? []
          return values.length === 0 ? [] : [{id: facet, value: new Set(values)}]
        }),
        ...(words.length === 0 ? [] : [{id: 'text', value: words}]),
      ])
      table.setSorting(order ? [{id: order.by, desc: order.isDown}] : [])
    },
    rows: () => table.getRowModel().rows.map(({original}) => original),
    countsOf: (facet) => new Map(table.getColumn(facet)?.getFacetedUniqueValues() ?? []),
    get order() {
      return order
    },
  }
}

function isFacet(name: string): name is Facet {
  return facets.some((facet) => facet === name)
}

function facetColumn(facet: Facet): Column {
  return {
    id: facet,
    accessorFn: (finding) => finding[facet] ?? '',
    filterFn: (row, id, wanted: ReadonlySet<string>) => wanted.has(String(row.getValue(id))),
    sortFn:
      facet === 'severity'
        ? (a, b) => rank[a.original.severity] - rank[b.original.severity]
        : (a, b, id) => collator.compare(String(a.getValue(id)), String(b.getValue(id))),
  }
}

function orderColumn(order: Order): Column {
  if (order === 'cost') {
    // What has no price comes last, whichever way.
    return {
      id: order,
      accessorFn: ({cost}) => cost?.amount,
      sortUndefined: 'last',
      sortFn: (a, b) => (a.original.cost?.amount ?? 0) - (b.original.cost?.amount ?? 0),
    }
  }
  const textOf = order === 'where' ? whereText : (finding: PageFinding) => finding[order as 'subject' | 'place'] ?? ''
  return {
    id: order,
    accessorFn: textOf,
    sortFn: (a, b, id) => collator.compare(String(a.getValue(id)), String(b.getValue(id))),
  }
}

/** Every word has to be somewhere. */
function textColumn(textOf: (finding: PageFinding) => string): Column {
  return {
    id: 'text',
    accessorFn: ({id}) => id,
    filterFn: (row, _, words: readonly string[]) => {
      const text = textOf(row.original)
      return words.every((word) => text.includes(word))
    },
  }
}

export function whereText({account, region}: PageFinding): string {
  return [account, region].filter((text) => text !== undefined).join(' ')
}

function searchText(finding: PageFinding, {words}: PageFrame): string {
  const {subject, says, type, place, code, before, after, change, id, facts} = finding
  const parts = [subject, says, type, whereText(finding), place, code, words[code]?.title, before, after, change, id]
  return [...parts, ...facts.map(([, text]) => text)]
    .filter((part) => part !== undefined)
    .join('\n')
    .toLowerCase()
}

function orderOf(query: URLSearchParams): FindingModel['order'] {
  const text = query.get('sort') ?? ''
  const by = orders.find((order) => order === text.replace(/^-/, ''))
  return by && {by, isDown: text.startsWith('-')}
}
