import {z} from 'zod'

import {snapshotLineSchema} from '../src/live/snapshot/schema.ts'
import {gpuSpendSchema, unitSpendSchema, untaggedSpendSchema} from '../src/report/bill/schema.ts'
import {estimateSchema} from '../src/report/estimate-schema.ts'
import {checkupSchema} from '../src/report/doctor-schema.ts'
import {fixSchema} from '../src/report/fix-schema.ts'
import {historySchema} from '../src/report/over-time/schema.ts'
import {changeSchema} from '../src/report/notice/schema.ts'
import {inspectionSchema} from '../src/report/inspect-schema.ts'
import {projectSchema} from '../src/pipeline/project/schema.ts'
import {reportLineSchema} from '../src/report/line-schema.ts'
import {reportSchema} from '../src/report/schema.ts'
import {baselineSchema} from '../src/select/baseline/schema.ts'
import {tagCoverageSchema} from '../src/report/tag-coverage-schema.ts'
import {tagFixSchema} from '../src/report/tag-fix-schema.ts'

const schemas: Readonly<Record<string, z.ZodType>> = {
  'change.schema.json': changeSchema,
  'baseline.schema.json': baselineSchema,
  'estimate.schema.json': estimateSchema,
  'doctor.schema.json': checkupSchema,
  'fix.schema.json': fixSchema,
  'history.schema.json': historySchema,
  'inspect.schema.json': inspectionSchema,
  'report.schema.json': reportSchema,
  'report-line.schema.json': reportLineSchema,
  'trueup.schema.json': projectSchema,
  'spend-gpu.schema.json': gpuSpendSchema,
  'spend-unit.schema.json': unitSpendSchema,
  'spend-untagged.schema.json': untaggedSpendSchema,
  'snapshot-line.schema.json': snapshotLineSchema,
  'tag-coverage.schema.json': tagCoverageSchema,
  'tag-fix.schema.json': tagFixSchema,
}

/** The text of each file under `schemas/`. They allow further fields, since later versions add some. */
export function publishedSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(schemas).map(([file, schema]) => [file, schemaText(schema)]))
}

function schemaText(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, {io: 'input'}), null, 2)}\n`
}
