/**
 * What the page shows is in its address, so that it can be passed on: `#overview`, `#findings?severity=high&q=bucket`,
 * `#finding-0123456789abcdef?severity=high`. What is not known of an address is left as it is.
 */
export interface Route {
  readonly view: string
  /** The id of the finding that is open. */
  readonly finding?: string
  readonly query: URLSearchParams
}

const prefix = 'finding-'

export function routeOf(hash: string): Route {
  const [name = '', query = ''] = decoded(hash.slice(1)).split(/\?(.*)/s, 2)
  const search = new URLSearchParams(query)
  if (!name.startsWith(prefix)) return {view: name, query: search}
  return {view: 'findings', finding: name.slice(prefix.length), query: search}
}

/** Programs that pass addresses on may escape the question mark. */
function decoded(text: string): string {
  return text.replace(/^([\w-]*)%3[Ff]/, '$1?')
}

export function hashOf({view, finding, query}: Route): string {
  const search = query.toString()
  return `#${finding === undefined ? view : `${prefix}${finding}`}${search === '' ? '' : `?${search}`}`
}

/** Where the page is now. */
export function currentRoute(): Route {
  return routeOf(location.hash)
}

/** Shows a route; `isStep` makes the button Back return to the one before. */
export function go(route: Route, isStep: boolean): void {
  const hash = hashOf(route)
  if (hash === location.hash) return
  if (isStep) location.hash = hash
  else {
    history.replaceState(history.state, '', hash)
    dispatchEvent(new HashChangeEvent('hashchange'))
  }
}
