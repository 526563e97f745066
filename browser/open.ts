import {execFileSync} from 'node:child_process'
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright-core'

import {expect} from 'vitest'

import type {Report} from '../src/model/report.ts'
import {renderHtml} from '../src/report/html.ts'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A page in a browser with a fresh profile, and what went on that should not have. */
export interface Opened {
  readonly page: Page
  /** Errors on the console, uncaught exceptions, violations of the page's own policy. */
  readonly errors: readonly string[]
  /** Whatever was asked for beside the file itself. */
  readonly requests: readonly string[]
}

export async function startBrowser(): Promise<Browser> {
  const name = process.env['CHROMIUM'] ?? 'chromium'
  const executablePath = name.includes('/') ? name : execFileSync('which', [name], {encoding: 'utf8'}).trim()
  return chromium.launch({executablePath, args: quiet})
}

const folder = mkdtempSync(join(tmpdir(), 'trueup-browser-'))
let files = 0

/** The report as a file that a person could open. */
export function fileOf(report: Report): string {
  const file = join(folder, `${files++}.html`)
  writeFileSync(file, [...renderHtml(report)].join(''))
  return `file://${file}`
}

export interface OpenOptions extends BrowserContextOptions {
  /** `#findings?severity=high` */
  readonly hash?: string
}

export async function open(browser: Browser, url: string, {hash = '', ...options}: OpenOptions = {}): Promise<Opened> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options})
  const page = await context.newPage()
  const errors: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('request', (request) => {
    const asked = request.url()
    if (!asked.startsWith('data:') && asked.split('#')[0] !== url) requests.push(asked)
  })
  await page.goto(`${url}${hash}`)
  return {page, errors, requests}
}

/** The ids of the rows that are in the page, in their order. */
export async function rowIds(page: Page): Promise<readonly string[]> {
  return page
    .locator('.findings tbody a')
    .evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset['id'] ?? ''))
}

/** What the page says of how many findings are shown. */
export async function told(page: Page): Promise<string> {
  return (await page.locator('.told').textContent()) ?? ''
}

/** Opens a page, and makes sure at the end that it asked for nothing and complained of nothing. */
export async function visit(
  browser: Browser,
  url: string,
  options: OpenOptions,
  see: (opened: Opened) => Promise<void>,
): Promise<void> {
  const opened = await open(browser, url, options)
  await see(opened)
  await opened.page.context().close()
  expect({errors: opened.errors, requests: opened.requests}).toEqual({errors: [], requests: []})
}
