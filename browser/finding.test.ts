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

describe('a finding', () => {
  const instance = richAccount.findings.find((finding) => finding.code === 'drifted' && finding.path === 'InstanceType')
  const id = instance?.fingerprint ?? ''

  test('opens by its address: both sides, cost, cause, owner, line and what to do', async () => {
    await visit(browser, rich, {hash: `#finding-${id}`}, async ({page}) => {
      const dialog = page.getByRole('dialog')
      const text = await dialog.innerText()
      for (const part of [
        '- "p4d.24xlarge"',
        '+ "p5.48xlarge"',
        '+USD 9,500.25 a month',
        'jo@example.com (Admin) in the console',
        'training/main.tf:12',
        'instance_type',
        'Write the live value into the code',
        String.raw`terraform apply '-target=aws_instance.it'\''s[0]'`,
        'Terraform declares this property and recorded a value for it',
      ]) {
        expect(text).toContain(part)
      }
    })
  })

  test('a document is compared line by line', async () => {
    const role = richAccount.findings.find(
      (finding) => 'path' in finding && finding.path === 'AssumeRolePolicyDocument',
    )
    await visit(browser, rich, {hash: `#finding-${role?.fingerprint}`}, async ({page}) => {
      expect(await page.locator('.diff .added').count()).toBeGreaterThan(1)
      expect(await page.locator('.diff .same').count()).toBeGreaterThan(1)
    })
  })

  test('closes with Escape and Back, and the filter stays', async () => {
    await visit(browser, rich, {hash: '#findings?severity=high'}, async ({page}) => {
      await page.locator('.findings tbody a').nth(1).click()
      await page.getByRole('dialog').waitFor()
      expect(new URL(page.url()).hash).toMatch(/^#finding-\w+\?severity=high$/)
      await page.keyboard.press('Escape')
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
      expect(new URL(page.url()).hash).toBe('#findings?severity=high')
      await page.goBack()
      await page.getByRole('dialog').waitFor()
      await page.goBack()
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
      expect(await told(page)).toMatch(/^8 of|^9 of|^\d+ of/)
    })
  })

  test('leads to the next one', async () => {
    await visit(browser, rich, {hash: '#findings'}, async ({page}) => {
      const [first, second] = await rowIds(page)
      await page.locator('.findings tbody a').first().click()
      expect(new URL(page.url()).hash).toBe(`#finding-${first}`)
      expect(await page.getByRole('button', {name: 'Previous finding'}).isDisabled()).toBe(true)
      await page.getByRole('button', {name: 'Next finding'}).click()
      expect(new URL(page.url()).hash).toBe(`#finding-${second}`)
    })
  })

  test('that is not there opens nothing', async () => {
    await visit(browser, rich, {hash: '#finding-0000000000000000'}, async ({page}) => {
      expect(await page.getByRole('dialog').count()).toBe(0)
      expect(await told(page)).toContain('findings')
    })
  })
})

describe('with the keyboard alone', () => {
  test('rows are gone through with arrows, to the last one, opened and left', async () => {
    await visit(browser, large, {hash: '#findings'}, async ({page}) => {
      const focused = async (): Promise<string | null | undefined> =>
        page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('data-index'))
      await page.getByRole('columnheader', {name: 'File'}).getByRole('button').focus()
      await page.keyboard.press('Tab')
      expect(await focused()).toBe('0')
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key)
      expect(await focused()).toBe('1')
      await page.keyboard.press('End')
      await expect.poll(focused).toBe('999')
      await page.keyboard.press('PageUp')
      await expect.poll(async () => Number(await focused())).toBeLessThan(999)
      await page.keyboard.press('Home')
      await expect.poll(focused).toBe('0')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
      await page.keyboard.press('Escape')
      await expect.poll(focused).toBe('0')
    })
  })

  test('the first Tab leads to the content', async () => {
    await visit(browser, rich, {}, async ({page}) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
      expect(await page.locator('#overview').isVisible()).toBe(true)
    })
  })

  test('plain tables sort, too', async () => {
    await visit(browser, rich, {hash: '#accelerators'}, async ({page}) => {
      const header = page.locator('#accelerators').getByRole('columnheader', {name: 'A month'})
      await header.getByRole('button').focus()
      await page.keyboard.press('Enter')
      expect(await header.getAttribute('aria-sort')).toBe('ascending')
      const amounts = await page.locator('#accelerators tbody tr td:nth-child(8)').allInnerTexts()
      expect(amounts).toEqual(['unknown', 'USD 1,103.40', 'USD 1,103.40', 'USD 40,179.20'])
    })
  })
})
