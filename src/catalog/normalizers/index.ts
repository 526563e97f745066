import {accessString} from './access-string.ts'
import {anyCaseSet} from './any-case-set.ts'
import {arnOrName} from './arn-or-name.ts'
import {atLeast} from './at-least.ts'
import {bucketAcl} from './bucket-acl.ts'
import {bucketNotification} from './bucket-notification.ts'
import {caseInsensitive} from './case-insensitive.ts'
import {cidr, cidrSet} from './cidr.ts'
import {containerDefinitions} from './container-definitions.ts'
import {contains} from './contains.ts'
import {dbParameters} from './db-parameters.ts'
import {decimal} from './decimal.ts'
import {dnsName} from './dns-name.ts'
import {domainName} from './domain-name.ts'
import {eventTarget} from './event-target.ts'
import {exact} from './exact.ts'
import {httpsUrl} from './https-url.ts'
import {iamPolicy} from './iam-policy.ts'
import {inboundResolverOnly} from './inbound-resolver-only.ts'
import {inlinePolicy} from './inline-policy.ts'
import {instant} from './instant.ts'
import {ipv6Addresses} from './ipv6-addresses.ts'
import {jsonDocument} from './json-document.ts'
import {kmsKey} from './kms-key.ts'
import {launchTemplateVersion} from './launch-template-version.ts'
import {listenerAction} from './listener-action.ts'
import {logDestination} from './log-destination.ts'
import {nameSet} from './name-set.ts'
import type {Normalizer} from './normalizer.ts'
import {objectFilter} from './object-filter.ts'
import {recordValues} from './record-values.ts'
import {registeredTarget} from './registered-target.ts'
import {roleArns} from './role-arns.ts'
import {route} from './route.ts'
import {ruleCondition} from './rule-condition.ts'
import {schedule} from './schedule.ts'
import {securityGroupRule} from './security-group-rule.ts'
import {set} from './set.ts'
import {spelling} from './spelling.ts'
import {taskDefinition, taskDefinitionFamily} from './task-definition.ts'
import {unorderedDocument} from './unordered-document.ts'
import {unordered} from './unordered.ts'
import {userData} from './user-data.ts'
import {userPoolAttribute} from './user-pool-attribute.ts'
import {versionPrecision} from './version-precision.ts'
import {versionPrefix} from './version-prefix.ts'
import {wrappedSet} from './wrapped-set.ts'

/** Every named comparison. To add one: its file, its line here, its pairs in `fixtures/normalizers/<name>.json`. */
export const normalizers = {
  accessString,
  anyCaseSet,
  arnOrName,
  atLeast,
  bucketAcl,
  bucketNotification,
  caseInsensitive,
  cidr,
  cidrSet,
  containerDefinitions,
  contains,
  dbParameters,
  decimal,
  dnsName,
  domainName,
  eventTarget,
  exact,
  httpsUrl,
  iamPolicy,
  inboundResolverOnly,
  inlinePolicy,
  instant,
  ipv6Addresses,
  jsonDocument,
  kmsKey,
  launchTemplateVersion,
  listenerAction,
  logDestination,
  nameSet,
  objectFilter,
  recordValues,
  registeredTarget,
  roleArns,
  route,
  ruleCondition,
  schedule,
  securityGroupRule,
  set,
  spelling,
  taskDefinition,
  taskDefinitionFamily,
  unordered,
  unorderedDocument,
  userData,
  userPoolAttribute,
  versionPrecision,
  versionPrefix,
  wrappedSet,
} satisfies Record<string, Normalizer>

export type NormalizerName = keyof typeof normalizers
