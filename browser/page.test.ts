import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {largeAccount} from '../test/report/__fixtures__/large-account.ts'
import {fileOf, rowIds, startBrowser, told, visit} from './open.ts'
import {richAccount} from '../test/report/__fixtures__/rich-account.ts'

let browser: Browser
const rich = fileOf(richAccount)
const large = fileOf(largeAccount(1_000))

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => browser.close())

test('tells the counts of the report: in its head, its table, its data and its charts', async () => {
  await visit(browser, rich, {hash: '#findings'}, async ({page}) => {
    const {total, bySeverity} = richAccount.summary
    expect(await told(page)).toBe(`${total} of ${total} findings`)
    expect(await page.locator('.verdict').textContent()).toContain(`${total} findings`)
    const data = await page.locator('#finding-data').evaluate((script) => JSON.parse(script.textContent) as unknown[])
    expect(data).toHaveLength(total)
    const chips = await page.locator('.chip').allInnerTexts()
    expect(chips.map((chip) => chip.trim().split(/\s+/))).toEqual(
      Object.entries(bySeverity).flatMap(([severity, count]) => (count === 0 ? [] : [[severity, String(count)]])),
    )
    const drawn = await page
      .locator('#chart-severity td')
      .evaluateAll((cells) => cells.reduce((sum, cell) => sum + Number(cell.textContent), 0))
    expect(drawn).toBe(total)
  })
})

test('draws every chart, says what it shows, and has its figures in a table', async () => {
  await visit(browser, rich, {}, async ({page}) => {
    const figures = page.locator('figure.chart')
    expect(await figures.evaluateAll((all) => all.map(({id}) => id))).toEqual([
      'chart-severity',
      'chart-drift-by-type',
      'chart-trend-findings',
      'chart-trend-tags',
      'chart-trend-accelerators-USD',
      'chart-trend-drift-cost-USD',
      'chart-tags-by-count',
      'chart-tags-by-spend',
      'chart-tags-by-team',
      'chart-tags-by-type',
      'chart-spend-by-model',
      'chart-spend-by-team',
      'chart-spend-by-cause',
    ])
    const drawn = await figures.evaluateAll((all) =>
      all.map((figure) => ({
        paths: figure.querySelectorAll('svg path').length > 2,
        role: figure.querySelector('.plot')?.getAttribute('role'),
        says: (figure.querySelector('.plot')?.getAttribute('aria-label') ?? '').length > 40,
        rows: figure.querySelectorAll('tbody tr').length > 0,
      })),
    )
    expect(drawn).toEqual(drawn.map(() => ({paths: true, role: 'img', says: true, rows: true})))
  })
})

test('a bar leads to its findings', async () => {
  await visit(browser, rich, {}, async ({page}) => {
    await page.locator('#chart-severity summary').click()
    await page.locator('#chart-severity').getByRole('link', {name: 'critical'}).click()
    await expect.poll(() => told(page)).toBe(`1 of ${richAccount.summary.total} findings`)
    expect(new URL(page.url()).hash).toBe('#findings?severity=critical')
  })
})

describe('the table', () => {
  test('sorts by a column, both ways, and says so', async () => {
    await visit(browser, rich, {hash: '#findings'}, async ({page}) => {
      const header = page.getByRole('columnheader', {name: 'Finding'})
      const button = header.getByRole('button')
      await button.click()
      expect(await header.getAttribute('aria-sort')).toBe('ascending')
      const names = await page.locator('.findings tbody a').allInnerTexts()
      expect(names).toEqual(names.toSorted(new Intl.Collator('en', {numeric: true}).compare))
      await button.click()
      expect(await header.getAttribute('aria-sort')).toBe('descending')
      expect(new URL(page.url()).hash).toBe('#findings?sort=-subject')
      const all = richAccount.findings.map(({subject: {address, id}}) => address ?? id ?? '')
      const last = all.toSorted(new Intl.Collator('en', {numeric: true}).compare).at(-1)
      expect(await page.locator('.findings tbody a').first().innerText()).toBe(last)
    })
  })

  test('the dearest come first where costs are known, the others last', async () => {
    await visit(browser, rich, {hash: '#findings?sort=-cost'}, async ({page}) => {
      expect(await page.locator('.findings tbody tr').first().innerText()).toContain('+USD 9,500.25 a month')
    })
  })

  test('searches every word anywhere, and keeps it in the address', async () => {
    await visit(browser, rich, {hash: '#findings'}, async ({page}) => {
      await page.getByRole('searchbox', {name: 'Search'}).fill('bucket costcenter')
      await expect.poll(() => told(page)).toBe(`1 of ${richAccount.summary.total} findings`)
      expect(new URL(page.url()).hash).toBe('#findings?q=bucket+costcenter')
      await page.reload()
      expect(await told(page)).toBe(`1 of ${richAccount.summary.total} findings`)
      await page.getByRole('button', {name: 'Clear all'}).click()
      expect(await told(page)).toBe(`${richAccount.summary.total} of ${richAccount.summary.total} findings`)
    })
  })

  test('filters by several severities and by lists, with the counts that are left', async () => {
    await visit(browser, rich, {hash: '#findings'}, async ({page}) => {
      await page.getByRole('checkbox', {name: /^critical/}).check()
      await page.getByRole('checkbox', {name: /^high/}).check()
      const wanted = richAccount.findings.filter(({severity}) => severity === 'critical' || severity === 'high')
      expect(await told(page)).toBe(`${wanted.length} of ${richAccount.summary.total} findings`)
      const kind = page.getByRole('combobox', {name: 'Question'})
      expect((await kind.locator('option').allInnerTexts()).map((text) => text.trim())).toEqual([
        'All',
        'Accelerator spend (1)',
        `Drift (${wanted.length - 1})`,
      ])
      await kind.selectOption({value: 'spend'})
      expect(await told(page)).toBe(`1 of ${richAccount.summary.total} findings`)
      expect(new URL(page.url()).hash).toBe('#findings?severity=critical%2Chigh&kind=spend')
    })
  })

  test('has only the rows that can be seen, and tells how many there are', async () => {
    await visit(browser, large, {hash: '#findings'}, async ({page}) => {
      expect(await page.locator('.findings').getAttribute('aria-rowcount')).toBe('1001')
      expect((await rowIds(page)).length).toBeLessThan(60)
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      await expect.poll(async () => page.locator('.findings tr[data-index="999"]').count()).toBe(1)
      expect(await page.locator('.findings tr[data-index="999"]').getAttribute('aria-rowindex')).toBe('1001')
      expect((await rowIds(page)).length).toBeLessThan(60)
    })
  })
})
