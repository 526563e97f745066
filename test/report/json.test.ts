import {readFileSync} from 'node:fs'

import {Ajv2020} from 'ajv/dist/2020.js'
import {expect, test} from 'vitest'
import {z} from 'zod'

import {renderJson, reportJson} from '../../src/report/json.ts'
import {reportSchema} from '../../src/report/schema.ts'
import {trainingAccount} from './__fixtures__/training-account.ts'

const published: object = JSON.parse(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'))

/** The published schema allows fields of later versions; our own output must not have one that it does not name. */
const strict = z.toJSONSchema(reportSchema, {io: 'output'})

test.each([
  ['published', published],
  ['closed', strict],
])('a report is valid against the %s schema', (_, schema) => {
  const validate = new Ajv2020().compile(schema)
  validate(JSON.parse([...renderJson(trainingAccount)].join('')))
  expect(validate.errors).toBeNull()
})

test('written in pieces it is the same as written at once', () => {
  const whole = JSON.parse(JSON.stringify(reportJson(trainingAccount)))
  expect([...renderJson(trainingAccount)].join('')).toBe(`${JSON.stringify(whole, null, 2)}\n`)
})
