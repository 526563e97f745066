import {mkdirSync, writeFileSync} from 'node:fs'

import {publishedSchemas} from './published-schemas.ts'

/** Writes the published JSON Schemas; `npm run schemas`. A test tells when they are out of date. */
mkdirSync('schemas', {recursive: true})
for (const [file, text] of Object.entries(publishedSchemas())) writeFileSync(`schemas/${file}`, text)
