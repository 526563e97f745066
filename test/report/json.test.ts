import {globSync, readFileSync} from 'node:fs'

import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {z} from 'zod'

import {renderJson, reportJson} from '../../src/report/json.ts'
import {reportSchema} from '../../src/report/schema.ts'
import {trainingAccount} from './__fixtures__/training-account.ts'

const root = new URL('../../', import.meta.url)

/** The published schema allows fields of later versions; our own output must not have one that it does not name. */
const schemas: Readonly<Record<string, object>> = {
  published: JSON.parse(readFileSync(new URL('schemas/report.schema.json', root), 'utf8')) as object,
  closed: z.toJSONSchema(reportSchema, {io: 'output'}),
}

describe.each(Object.entries(schemas))('the %s schema', (_, schema) => {
  const validate = new Ajv2020().compile(schema)

  test.each(globSync('fixtures/report/*.json', {cwd: root}))('holds for %s', (file) => {
    validate(JSON.parse(readFileSync(new URL(file, root), 'utf8')))
    expect(validate.errors).toBeNull()
  })
})

test('written in pieces it is the same as written at once', () => {
  const whole: unknown = JSON.parse(JSON.stringify(reportJson(trainingAccount)))
  expect([...renderJson(trainingAccount)].join('')).toBe(`${JSON.stringify(whole, null, 2)}\n`)
})
