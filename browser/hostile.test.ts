import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {payloads, poisoned} from '../test/report/__fixtures__/payloads.ts'
import {fileOf, open, rowIds, startBrowser} from './open.ts'
import {richAccount} from '../test/report/__fixtures__/rich-account.ts'

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => browser.close())

/** What only markup of others could bring in. */
const foreign =
  'iframe, object, embed, base, form[action], img, [onerror], [onload], [onclick], link:not([rel=icon]), style:not(head > style)'

test.each(Object.entries(payloads))('%s in every text is text', async (_, payload) => {
  for (const report of [poisoned(richAccount, payload), poisoned(richAccount, payload, true)]) {
    const {page, errors, requests} = await open(browser, fileOf(report))
    for (const hash of ['#overview', '#findings', '#accelerators', '#coverage']) {
      await page.evaluate((to) => (location.hash = to), hash)
    }
    await page.evaluate(() => (location.hash = '#findings'))
    const ids = await rowIds(page)
    expect(ids.length).toBeGreaterThan(5)
    for (const id of ids.slice(0, 6)) {
      await page.evaluate((to) => (location.hash = to), `#finding-${id}`)
      await page.getByRole('dialog').waitFor()
    }
    const found = await page.evaluate((selector) => {
      const scripts = [...document.querySelectorAll('script')].filter(({type}) => type !== 'application/json').length
      return {hit: '__hit' in window, foreign: document.querySelectorAll(selector).length, scripts}
    }, foreign)
    expect(found).toEqual({hit: false, foreign: 0, scripts: 2})
    const text = await page.evaluate(() => document.documentElement.innerText)
    expect(/(?!\n|\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.exec(text)).toBeNull()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect({errors, requests}).toEqual({errors: [], requests: []})
    await page.context().close()
  }
})

test('even markup that somebody got into the page cannot run, load or style anything', async () => {
  const {page, requests} = await open(browser, fileOf(richAccount))
  const refused: string[] = []
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText === 'csp') refused.push(request.url())
  })
  const markup =
    '<img src="https://example.com/x.png" onerror="window.__hit=1"><svg onload="window.__hit=1"></svg>' +
    '<a id="evil" href="javascript:window.__hit=1">x</a><iframe srcdoc="<script>parent.__hit=1</script>"></iframe><b id="styled" style="color:rgb(1,2,3)">x</b>'
  await page.evaluate((html) => document.querySelector('main')?.insertAdjacentHTML('afterbegin', html), markup)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.__hit=1'
    document.body.append(script)
    document.querySelector<HTMLElement>('#evil')?.click()
    void fetch('https://example.com/').catch(() => undefined)
  })
  await page.waitForTimeout(300)
  const after = await page.evaluate(() => {
    const styled = document.querySelector('#styled')
    return {hit: '__hit' in window, colour: styled && getComputedStyle(styled).color}
  })
  expect(after.hit).toBe(false)
  expect(after.colour).not.toBe('rgb(1, 2, 3)')
  expect(requests.filter((url) => !url.startsWith('about:') && !refused.includes(url))).toEqual([])
  expect(refused).toContain('https://example.com/x.png')
  await page.context().close()
})
