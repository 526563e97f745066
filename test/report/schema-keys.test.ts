import {expectTypeOf, test} from 'vitest'

import type {Coverage} from '../../src/model/coverage.ts'
import type {FindingDetail, Subject} from '../../src/model/finding.ts'
import type {Gap} from '../../src/model/gap.ts'
import type {Report, TagCoverageShare} from '../../src/model/report.ts'
import type {RunRate} from '../../src/model/spend.ts'
import type {RunBrief, Trend} from '../../src/model/trend.ts'
import type {FindingJson, ReportJson} from '../../src/report/schema.ts'

type KeysOfEach<T> = T extends unknown ? keyof T : never
type Spend = NonNullable<ReportJson['spend']>
type Args = NonNullable<FindingJson['args']>

/** Assignable is not enough: an object may hold more than its published type names. */
test('every member of the model is published', () => {
  expectTypeOf<keyof ReportJson>().toEqualTypeOf<keyof Report | 'schemaVersion' | 'groups'>()
  expectTypeOf<Exclude<keyof Subject, keyof FindingJson>>().toEqualTypeOf<'location'>()
  expectTypeOf<Exclude<KeysOfEach<FindingDetail>, 'code' | 'path' | 'before' | 'after'>>().toEqualTypeOf<keyof Args>()
  expectTypeOf<ReportJson['summary']['byCode']>().toEqualTypeOf<Report['summary']['byCode']>()
  expectTypeOf<keyof ReportJson['gaps'][number]>().toEqualTypeOf<keyof Gap>()
  expectTypeOf<keyof ReportJson['coverage']>().toEqualTypeOf<keyof Coverage>()
  expectTypeOf<keyof NonNullable<ReportJson['tagCoverage']>>().toEqualTypeOf<keyof TagCoverageShare>()
  expectTypeOf<keyof NonNullable<ReportJson['trend']>>().toEqualTypeOf<keyof Trend>()
  expectTypeOf<keyof NonNullable<ReportJson['trend']>['runs'][number]>().toEqualTypeOf<keyof RunBrief>()
  expectTypeOf<keyof Spend>().toEqualTypeOf<keyof RunRate>()
  expectTypeOf<keyof Spend['rows'][number]>().toEqualTypeOf<keyof RunRate['rows'][number]>()
})
