/** Writes `policies/tag-policy.schema.json` from the schema in the source: `node scripts/policy-schema.ts`. */
import {writeFileSync} from 'node:fs'

import {policyJsonSchema} from '../src/tags/policy/schema.ts'

const file = new URL('../policies/tag-policy.schema.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(policyJsonSchema(), undefined, 2)}\n`)
