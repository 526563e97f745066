import {BarChart, LineChart} from 'echarts/charts'
import {AriaComponent, GridComponent, LegendComponent, TooltipComponent} from 'echarts/components'
import {init, use, type ECharts} from 'echarts/core'
import {SVGRenderer} from 'echarts/renderers'

import type {Chart} from '../page-data.ts'
import {heightOf, optionOf} from './chart-option.ts'
import {paletteOf} from './palette.ts'
import {go, routeOf} from './route.ts'

use([BarChart, LineChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer])

export interface Charts {
  /** Draws what is visible anew, in the colours and the width of now. */
  redraw(): void
}

/** Draws every figure from the data beside it, as soon as there is room for it. */
export function drawCharts(root: ParentNode): Charts {
  const figures = [...root.querySelectorAll<HTMLElement>('figure.chart')].map(drawable)
  const redraw = (): void => {
    for (const draw of figures) draw()
  }
  const observer = new ResizeObserver(redraw)
  for (const figure of root.querySelectorAll('.charts')) observer.observe(figure)
  return {redraw}
}

function drawable(figure: HTMLElement): () => void {
  const place = figure.querySelector<HTMLElement>('.plot')
  const chart = JSON.parse(figure.querySelector('script')?.textContent ?? 'null') as Chart | null
  if (!place || !chart) return () => {}
  let drawn: ECharts | undefined
  return () => {
    if (place.clientWidth === 0) return
    const size = {width: place.clientWidth, height: heightOf(chart)}
    if (drawn) drawn.resize(size)
    else {
      place.style.height = `${size.height}px`
      drawn = init(place, undefined, {renderer: 'svg', ...size})
      drawn.on('click', ({dataIndex, seriesIndex}) => follow(chart, dataIndex, seriesIndex))
    }
    drawn.setOption(optionOf(chart, paletteOf(place), size.width), {notMerge: true})
  }
}

/** A bar leads to its findings; the table below the chart has the same links for those who do not point. */
function follow({categories, series}: Chart, category: number, at = 0): void {
  const query = categories[category]?.query
  if (query) go({...routeOf('#findings'), query: new URLSearchParams({...query, ...series[at]?.query})}, true)
}
