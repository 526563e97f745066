import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {largeAccount} from '../test/report/__fixtures__/large-account.ts'
import {fileOf, startBrowser, visit} from './open.ts'
import {richAccount} from '../test/report/__fixtures__/rich-account.ts'

let browser: Browser
const rich = fileOf(richAccount)
const large = fileOf(largeAccount(1_000))

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => browser.close())

const background = (): string => getComputedStyle(document.body).backgroundColor

describe('light and dark', () => {
  test('follow the system, and what was chosen', async () => {
    await visit(browser, rich, {colorScheme: 'dark'}, async ({page}) => {
      const dark = await page.evaluate(background)
      await page.getByRole('combobox', {name: 'Colours'}).selectOption('light')
      const light = await page.evaluate(background)
      expect(light).not.toBe(dark)
      await page.reload()
      expect(await page.evaluate(background)).toBe(light)
      await page.getByRole('combobox', {name: 'Colours'}).selectOption('system')
      expect(await page.evaluate(background)).toBe(dark)
    })
  })
})

describe('without scripts', () => {
  test('all of it can be read, and the table says what it leaves out', async () => {
    await visit(browser, large, {javaScriptEnabled: false}, async ({page}) => {
      const text = await page.locator('body').innerText()
      expect(text).toContain('The 200 worst of 1,000 findings; 800 are not shown here.')
      expect(await page.locator('#plain-findings tbody tr').count()).toBe(200)
      expect(await page.locator('#coverage').isVisible()).toBe(true)
      expect(await page.locator('#chart-severity table').isVisible()).toBe(true)
    })
  })
})

describe('on paper', () => {
  test('stand all parts, on white, with a plain table of what the filter leaves', async () => {
    await visit(browser, large, {hash: '#findings?severity=high', colorScheme: 'dark'}, async ({page}) => {
      await page.emulateMedia({media: 'print', colorScheme: 'dark'})
      await expect.poll(() => page.locator('#plain-findings tbody tr').count()).toBeGreaterThan(200)
      expect(await page.locator('#plain-findings .left').innerText()).toMatch(
        /^The first \d+ of \d+ findings, filtered from 1,000/,
      )
      for (const id of ['overview', 'coverage']) expect(await page.locator(`#${id}`).isVisible()).toBe(true)
      expect(await page.locator('#chart-severity svg').isVisible()).toBe(true)
      expect(await page.locator('#finding-table').isVisible()).toBe(false)
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
      expect((await page.pdf({format: 'A4'})).length).toBeGreaterThan(50_000)
    })
  })
})
