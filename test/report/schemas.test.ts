import {readFileSync} from 'node:fs'

import {expect, test} from 'vitest'

import {publishedSchemas} from '../../scripts/published-schemas.ts'

test.each(Object.entries(publishedSchemas()))('schemas/%s is current (npm run schemas)', (file, text) => {
  expect(readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8')).toBe(text)
})
