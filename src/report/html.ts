import {Chalk} from 'chalk'

import type {Report} from '../model/report.ts'
import {coverageBody} from './html/coverage-view.ts'
import {findingsBody} from './html/findings-view.ts'
import {overviewBody} from './html/overview-view.ts'
import {renderPage, type Page, type View} from './html/shell.ts'
import {spendBody} from './html/spend-view.ts'
import {openingRows} from './terminal/opening.ts'
import {timeText} from './time-text.ts'
import {verdict} from './terminal/verdict.ts'

/**
 * One page to pass on: it needs no network and no other file, shows charts and tables that can be searched, and without scripts and in
 * print still the figures and the worst findings. `html/shell.ts` is the page around it, `html/page/` what runs in it.
 */
export function renderHtml(report: Report): Iterable<string> {
  const {tool, generatedAt} = report
  return renderPage({
    title: 'trueup report',
    verdict: {text: verdict(report, new Chalk({level: 0})), tone: toneOf(report)},
    about: [{label: 'Time', lines: [timeText(generatedAt)]}, ...aboutOf(report)],
    views: viewsOf(report),
    foot: `${tool.name} ${tool.version}, ${timeText(generatedAt)}. trueup explain CODE tells more of each finding.`,
  })
}

/** An aside belongs to the line above. */
function aboutOf(report: Report): Page['about'] {
  const all: {label: string; lines: string[]}[] = []
  for (const {label, text, isAside} of openingRows(report)) {
    if (isAside) all.at(-1)?.lines.push(text)
    else all.push({label, lines: [text]})
  }
  return all
}

function viewsOf(report: Report): readonly View[] {
  const {summary, spend, gaps} = report
  return [
    {id: 'overview', title: 'Overview', body: overviewBody(report)},
    {id: 'findings', title: 'Findings', count: summary.total, body: findingsBody(report)},
    ...(spend
      ? [{id: 'accelerators', title: 'Accelerators', count: spend.instances, body: spendBody(report, spend)}]
      : []),
    {id: 'coverage', title: 'Not checked', count: gaps.length, body: coverageBody(report)},
  ]
}

function toneOf({summary}: Report): Page['verdict']['tone'] {
  if (summary.clean) return 'good'
  return summary.total === 0 ? 'unsure' : 'bad'
}
