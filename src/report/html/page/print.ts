import type {Charts} from './charts.ts'
import type {FindingTable} from './findings.ts'
import {keptChoice, setTheme} from './theme.ts'

/** What is on paper cannot be scrolled or opened: all views, charts on white, and a plain table of what the filter leaves. */
export function preparePrint(parts: {readonly charts: Charts; readonly findings: FindingTable | undefined}): void {
  let isPrinting = false
  const change = (printing: boolean): void => {
    if (printing === isPrinting) return
    isPrinting = printing
    document.documentElement.classList.toggle('printing', printing)
    setTheme(printing ? 'light' : keptChoice())
    parts.findings?.print(printing)
    parts.charts.redraw()
  }
  addEventListener('beforeprint', () => change(true))
  addEventListener('afterprint', () => change(false))
  matchMedia('print').addEventListener('change', ({matches}) => change(matches))
}
