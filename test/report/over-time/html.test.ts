import {expect, test} from 'vitest'

import {historyStandings, type FindingLife, type History} from '../../../src/model/history.ts'
import {renderHistoryHtml} from '../../../src/report/over-time/html.ts'
import {renderHistoryMarkdown} from '../../../src/report/over-time/markdown.ts'
import {renderHistory} from '../../../src/report/over-time/terminal.ts'
import {finding, run} from '../../history/made-run.ts'

const hostile = '</script><img src=x onerror=alert(1)>\u202e\u001b[31m|`@all'

/** A history in which one finding stands each way there is. */
function historyOf(name: string): History {
  const lives = historyStandings.map((standing, at): FindingLife => ({
    finding: finding(String.fromCharCode(97 + at), {address: name, path: name, source: {file: name}}),
    standing,
    appearances: [
      {
        firstSeen: '2026-11-01T12:00:00.000Z',
        lastSeen: '2026-11-02T12:00:00.000Z',
        ...(standing === 'gone' && {gone: '2026-11-03T12:00:00.000Z'}),
      },
    ],
    seconds: 86_400,
    cost: {amount: '12.5', currency: 'USD'},
  }))
  return {
    at: '2026-11-04T12:00:00.000Z',
    place: name,
    scope: {id: '0123456789ab', of: {state: [name]}, runs: 2, latest: '2026-11-03T12:00:00.000Z'},
    otherScopes: [],
    runs: [run(1, ['a']), run(3, ['a'])].map(({brief, version}) => ({...brief, version})),
    since: '2026-11-01T12:00:00.000Z',
    findings: lives,
    counts: {new: 1, recurring: 1, still: 1, gone: 1, unknown: 1, ignored: 1},
    cost: [{amount: '75', currency: 'USD'}],
    gaps: [
      {reason: 'unreadable-input', detail: `A kept run ${name}`, hides: {count: 1, examples: []}, source: {file: name}},
    ],
  }
}

test('the page has a table for each way in which findings stand', () => {
  const page = [...renderHistoryHtml(historyOf('aws_instance.a'))].join('')
  for (const standing of historyStandings) expect(page).toContain(`<section class="view" id="${standing}"`)
  expect(page).toContain('1 new, 1 back again, 1 gone, 1 not known, 1 ignored, 1 still there')
  expect(page.match(/<th scope="row"[^>]*>aws_instance\.a<\/th>/g)).toHaveLength(7)
  expect(page.match(/>Gone<\/th>/g)).toHaveLength(1)
})

test('names do no harm in any format', () => {
  const history = historyOf(hostile)
  const page = [...renderHistoryHtml(history)].join('')
  expect(page).not.toContain('<img src=x')
  const texts = [
    page,
    renderHistoryMarkdown(history),
    [...renderHistory(history, {width: 100, colour: false})].join(''),
  ]
  for (const text of texts) expect(text).not.toMatch(/[\u202e]|\p{Cc}\[31m/u)
  const rows = texts[1]?.split('\n').filter((line) => line.includes('onerror') && line.startsWith('|')) ?? []
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row.replaceAll(/\\\|/g, '').split('|')).toHaveLength(8)
})
