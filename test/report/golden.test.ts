import {describe, expect, test} from 'vitest'

import {chunks} from '../../src/report/chunks.ts'
import {formats, type FormatName} from '../../src/report/formats.ts'
import {cases} from './__fixtures__/cases.ts'
import {withoutProgram} from './__fixtures__/without-program.ts'

const plain = {width: 100, colour: false}

const endings: Readonly<Record<string, string>> = {
  csv: 'csv',
  github: 'github.txt',
  gitlab: 'codequality',
  html: 'html',
  json: 'json',
  junit: 'xml',
  markdown: 'md',
  ndjson: 'ndjson',
  sarif: 'sarif',
  terminal: 'txt',
}

describe.each(Object.entries(cases))('%s', (name, report) => {
  test.each(Object.entries(endings))('as %s', async (format, ending) => {
    const render = await formats[format as FormatName]()
    const text = [...chunks(render(report, plain))].join('')
    await expect(format === 'html' ? withoutProgram(text) : text).toMatchFileSnapshot(golden(`${name}.${ending}`))
  })
})

function golden(file: string): string {
  return new URL(`../../fixtures/report/${file}`, import.meta.url).pathname
}
