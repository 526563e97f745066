import type {Configuration} from '@aws-sdk/client-emr'

import {emrConfigurations} from '../../../catalog/emr-values.ts'
import type {JsonRecord} from '../../projectors/projector.ts'
import {plain} from '../answer.ts'

/** Under the names of CloudFormation; none is as good as an empty list. */
export function configurations(all: readonly Configuration[] = []): JsonRecord {
  return all.length === 0 ? {} : {Configurations: emrConfigurations(plain(all))}
}
