import * as Flags from '@oclif/core/flags'

import {parseDuration} from './duration.ts'
import type {ReportTarget} from './report-target.ts'
import {parseReportTarget} from './report-target.ts'

/** `-` reads one state from standard input; URLs are read from their store. */
export const stateFlag = Flags.string({
  summary:
    'Terraform state: a file, a folder, a glob, a URL (s3://, https://, hcp://, tfe://, gs://, azurerm://), backend:DIR for that of the code in DIR, or - for standard input. May be repeated.',
  helpValue: 'PATH|GLOB|URL|-',
  helpGroup: 'DECLARED',
  multiple: true,
})

export const planFlag = Flags.string({
  summary:
    'Plan as `terraform show -json tfplan` prints it, instead of states and code; - for standard input. May be repeated.',
  helpValue: 'FILE|-',
  helpGroup: 'DECLARED',
  multiple: true,
  exclusive: ['state', 'config'],
})

/** The code: a root module and its variables, as Terraform takes them. */
export const codeFlags = {
  config: Flags.directory({
    summary: 'Terraform code that the states came from: verdicts then tell drift from changes that wait to be applied.',
    helpValue: 'DIR',
    helpGroup: 'DECLARED',
  }),
  var: Flags.string({
    summary: 'Variable of the code; TF_VAR_NAME and TF_WORKSPACE count as they do for Terraform. May be repeated.',
    helpValue: 'NAME=VALUE',
    helpGroup: 'DECLARED',
    multiple: true,
    dependsOn: ['config'],
  }),
  'var-file': Flags.string({
    summary: 'File of variables, besides terraform.tfvars and *.auto.tfvars. May be repeated.',
    helpValue: 'FILE',
    helpGroup: 'DECLARED',
    multiple: true,
    dependsOn: ['config'],
  }),
}

/** An age, in milliseconds. */
const durationFlag = Flags.custom<number>({parse: async (input) => parseDuration(input)})

/** Where the live side comes from: a snapshot, or AWS. */
export const liveFlags = {
  snapshot: Flags.file({
    summary: 'Live side from a file that `trueup snapshot` wrote, instead of AWS.',
    helpValue: 'FILE',
    helpGroup: 'LIVE',
    exclusive: [
      'live',
      'region',
      'profile',
      'role',
      'external-id',
      'session-name',
      'account',
      'aggregator',
      'exclude-account',
      'organization',
      'organizational-unit',
      'resume',
      'cache',
    ],
  }),
  live: Flags.option({options: ['auto', 'config', 'service', 'cloud-control'] as const, default: 'auto'})({
    summary: 'Where to read AWS: the best source for each type, or one source alone.',
    helpGroup: 'LIVE',
  }),
  region: Flags.string({
    summary:
      'Region to read, or all for those that each account has enabled. May be repeated; default: the regions of the states.',
    helpValue: 'REGION',
    helpGroup: 'LIVE',
    multiple: true,
  }),
  profile: Flags.string({summary: 'Profile of your AWS configuration.', helpValue: 'NAME', helpGroup: 'LIVE'}),
  role: Flags.string({
    summary:
      'Role to assume, with read access: its ARN; its name or arn:{partition}:iam::{account}:role/NAME for one in each account. May be repeated, for a chain.',
    helpValue: 'ARN|NAME',
    helpGroup: 'LIVE',
    multiple: true,
  }),
  'external-id': Flags.string({
    summary: 'External id that the (last) role asks for.',
    helpValue: 'ID',
    helpGroup: 'LIVE',
    dependsOn: ['role'],
  }),
  'session-name': Flags.string({
    summary: 'What CloudTrail shows of this run, where a role is assumed. Default: trueup.',
    helpValue: 'NAME',
    helpGroup: 'LIVE',
    dependsOn: ['role'],
  }),
  account: Flags.string({
    summary:
      'Account to read, through --role. May be repeated; default: the accounts of the states where --role leads to each, else that of the credentials.',
    helpValue: 'ID',
    helpGroup: 'LIVE',
    multiple: true,
  }),
  organization: Flags.boolean({
    summary: 'Read every active account of the AWS organization, through --role.',
    helpGroup: 'LIVE',
  }),
  'organizational-unit': Flags.string({
    summary: 'Read the active accounts of this unit and of those below. May be repeated.',
    helpValue: 'OU',
    helpGroup: 'LIVE',
    multiple: true,
  }),
  aggregator: Flags.string({
    summary:
      'AWS Config aggregator to ask before the accounts. Default: one that is found stands in for accounts that let nobody in.',
    helpValue: 'NAME|ARN',
    helpGroup: 'LIVE',
  }),
  'exclude-account': Flags.string({
    summary: 'Account to leave out. May be repeated.',
    helpValue: 'ID',
    helpGroup: 'LIVE',
    multiple: true,
  }),
  resume: Flags.boolean({
    summary: 'Go on where an interrupted run stopped: what it had read is not asked for again.',
    helpGroup: 'LIVE',
  }),
  cache: durationFlag({
    summary: 'Use answers of earlier runs that are no older, and keep those of this one (90s, 30m, 1h, 2d).',
    helpValue: 'AGE',
    helpGroup: 'LIVE',
  }),
}

/** Where list prices come from. */
export const pricesFlag = Flags.option({options: ['embedded', 'aws'] as const, default: 'embedded' as const})({
  summary:
    'List prices: the dated list that comes with trueup, or the AWS Price List API (kept for a week), which knows more services and all regions.',
  helpGroup: 'PRICES',
})

export const utilisationFlag = Flags.boolean({
  summary:
    'Ask CloudWatch what was used: accelerators that did nothing for a week (spend gpu), how long functions ran that changed (scan). A thousand metrics cost USD 0.01.',
  helpGroup: 'PRICES',
})

/** What to look at. */
export const selectionFlags = {
  only: Flags.string({
    summary:
      'Look at these alone: a Terraform type, a CloudFormation type or an address, * for anything. The rest is not read. May be repeated.',
    helpValue: 'PATTERN',
    helpGroup: 'SELECTION',
    multiple: true,
  }),
  skip: Flags.string({
    summary: 'Leave these out: nothing is read for them, and nothing said of them. May be repeated.',
    helpValue: 'PATTERN',
    helpGroup: 'SELECTION',
    multiple: true,
  }),
}

export const policyFlag = Flags.string({
  summary:
    'Tag policy to check: ours, one of AWS Organizations, or the parameters of an AWS Config rule. May be repeated.',
  helpValue: 'FILE',
  helpGroup: 'TAGS',
  multiple: true,
})

export const tagPolicyFlag = Flags.string({
  summary:
    'AWS Organizations tag policies of one level, joined by commas. May be repeated, from the root to the account: they merge as in AWS.',
  helpValue: 'FILE[,FILE]',
  helpGroup: 'TAGS',
  multiple: true,
})

/** When a run fails a build. */
export const gateFlags = {
  'fail-on': Flags.string({
    summary:
      'What ends in exit code 1: a severity or worse, a kind or code of findings, derived, new, cost>100; colons join what has to hold together (drift:high), commas separate conditions; none. May be repeated.',
    helpValue: 'CONDITION[,CONDITION]',
    helpGroup: 'VERDICT',
    multiple: true,
    default: ['medium'],
    // Refused before anything is read.
    parse: async (input) => {
      const {parseConditions} = await import('../pipeline/fail-on.ts')
      parseConditions(input)
      return input
    },
  }),
  strict: Flags.boolean({
    summary: 'Exit code 3 when anything could not be looked at, or an attribute has no mapping.',
    helpGroup: 'VERDICT',
  }),
}

export const reportFlag = Flags.custom<ReportTarget>({
  summary: 'Report to write, to a file or to standard output. May be repeated.',
  helpValue: 'FORMAT[=FILE]',
  helpGroup: 'OUTPUT',
  multiple: true,
  parse: async (input) => parseReportTarget(input),
})()
