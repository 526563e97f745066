import {currentRoute, type Route} from './route.ts'

/** Shows the view that the address names, the first where it names none, and tells who follows. */
export function followRoute(tell: (route: Route) => void): void {
  const views = [...document.querySelectorAll<HTMLElement>('.view')]
  let shown: string | undefined
  const show = (): void => {
    const route = currentRoute()
    const target = document.getElementById(route.view)
    const inside = views.find((view) => view === target || (target && view.contains(target)))
    const view = inside ?? (shown === undefined ? views[0] : views.find(({id}) => id === shown))
    if (!view) return
    for (const one of views) one.hidden = one !== view
    for (const link of document.querySelectorAll('nav a')) {
      if (link.getAttribute('href') === `#${view.id}`) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    }
    if (shown !== undefined && shown !== view.id) {
      scrollTo({top: 0, behavior: 'instant'})
      if (route.finding === undefined) view.querySelector('h2')?.focus({preventScroll: true})
    }
    shown = view.id
    tell({...route, view: view.id})
  }
  addEventListener('hashchange', show)
  show()
}
