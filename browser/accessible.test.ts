import {createRequire} from 'node:module'

import type {AxeResults} from 'axe-core'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {poisoned} from '../test/report/__fixtures__/payloads.ts'
import {fileOf, open, startBrowser} from './open.ts'
import {richAccount} from '../test/report/__fixtures__/rich-account.ts'

let browser: Browser
const rich = fileOf(richAccount)
const long = fileOf(poisoned(richAccount, `_${'long'.repeat(40)}`))
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const [first] = richAccount.findings
const changed = richAccount.findings.find(({change}) => change !== undefined)
const views = [
  '#overview',
  '#findings',
  '#accelerators',
  '#coverage',
  `#finding-${first?.fingerprint}`,
  `#finding-${changed?.fingerprint}`,
]
const phone = {viewport: {width: 360, height: 740}, isMobile: true, hasTouch: true, deviceScaleFactor: 2}

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => browser.close())

/** What axe-core finds against WCAG 2.2, A and AA, and its own good practice. */
async function complaints(page: Page): Promise<readonly string[]> {
  // As an extension would: the page's own policy would not let it in.
  await page.evaluate(await import('node:fs').then(({readFileSync}) => readFileSync(axe, 'utf8')))
  const {violations} = await page.evaluate(async () => {
    const {run} = (globalThis as unknown as {axe: {run: (root: Document, options: object) => Promise<AxeResults>}}).axe
    return run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    })
  })
  return violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${target.join(' ')} ${failureSummary}`),
  )
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each(views)('%s has nothing that axe complains of', async (hash) => {
    const {page} = await open(browser, rich, {hash, colorScheme})
    for (const details of await page.locator('figure details').all())
      await details.evaluate((one) => one.setAttribute('open', ''))
    expect(await complaints(page)).toEqual([])
    await page.context().close()
  })

  test('on a phone, too', async () => {
    const {page} = await open(browser, rich, {hash: '#findings', colorScheme, ...phone})
    expect(await complaints(page)).toEqual([])
    await page.context().close()
  })
})

test('what is told of counts is told aloud', async () => {
  const {page} = await open(browser, rich, {hash: '#findings'})
  const status = page.locator('.told')
  expect([await status.getAttribute('role'), await status.getAttribute('aria-live')]).toEqual(['status', 'polite'])
  await page.context().close()
})

describe.each([
  ['a phone', phone.viewport],
  ['a small phone', {width: 320, height: 568}],
  ['a tablet', {width: 820, height: 1180}],
])('%s', (_, viewport) => {
  test.each(views)('shows %s without scrolling sideways', async (hash) => {
    for (const url of [rich, long]) {
      const {page} = await open(browser, url, {hash, viewport})
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
      const dialog = page.getByRole('dialog')
      if ((await dialog.count()) > 0) {
        expect(await dialog.locator('.body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0)
      }
      await page.context().close()
    }
  })
})
