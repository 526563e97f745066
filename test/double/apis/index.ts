import type {Apis} from './api.ts'
import {cloudControl} from './cloud-control.ts'
import {config} from './config.ts'
import {configAggregator} from './config-aggregator.ts'
import {databases} from './databases.ts'
import {ec2} from './ec2.ts'
import {iam} from './iam.ts'
import {lambda} from './lambda.ts'
import {messages} from './messages.ts'
import {nothing} from './nothing.ts'
import {organizations} from './organizations.ts'
import {regions} from './regions.ts'
import {resourceExplorer} from './resource-explorer.ts'
import {s3} from './s3.ts'
import {sts} from './sts.ts'
import {tagging} from './tagging.ts'
import {trail} from './trail.ts'
import {watching} from './watching.ts'

/** Every operation that the double answers. */
export const apis: Apis = {
  ...cloudControl,
  ...config,
  ...configAggregator,
  ...databases,
  ...ec2,
  ...iam,
  ...lambda,
  ...messages,
  ...nothing,
  ...organizations,
  ...regions,
  ...resourceExplorer,
  ...s3,
  ...sts,
  ...tagging,
  ...trail,
  ...watching,
}
