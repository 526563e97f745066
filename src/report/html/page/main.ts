import './style.css'
import {drawCharts} from './charts.ts'
import {showFindings} from './findings.ts'
import {sortablePlainTables} from './plain-tables.ts'
import {preparePrint} from './print.ts'
import {themeSwitch} from './theme.ts'
import {followRoute} from './views.ts'

/** What runs in a page of a report: `../shell.ts` writes the page, and all of it can be read without this. */
const charts = drawCharts(document)
themeSwitch(document.querySelector('#theme'), () => charts.redraw())
sortablePlainTables(document)
const findings = showFindings(document)
preparePrint({charts, findings})
followRoute((route) => {
  findings?.show(route)
  charts.redraw()
})
