import {z} from 'zod'

import type {LiveChoice} from '../../live/abilities.ts'
import {TrueupError} from '../../errors.ts'
import {channels} from '../../model/channel.ts'
import {costBases} from '../../model/bill.ts'
import {ignoreList} from './ignores.ts'
import {parseConditions} from '../../select/gate/parse.ts'

const text = z.string().min(1)
const texts = z.array(text).min(1)
const account = z.string().regex(/^\d{12}$/, 'must be twelve digits, in quotes')

const liveChoices = ['auto', 'config', 'cloud-control', 'service'] as const satisfies readonly LiveChoice[]

/** How an account is reached that is reached another way than the others. */
const accountAccess = z.strictObject({
  id: account,
  profile: text.optional(),
  role: text.optional().describe('ARN or name of the role; roles for a chain.'),
  roles: texts.optional(),
  external_id: text.optional(),
})

const variable = z.union([z.string(), z.number(), z.boolean()], 'must be text, a number, true or false')

/** What is wrong with what `--fail-on` would be given. */
function faultOf(conditions: unknown): string | undefined {
  try {
    for (const condition of [conditions].flat()) parseConditions(String(condition))
    return undefined
  } catch (error) {
    if (!(error instanceof TrueupError)) throw error
    return `${error.message.replace(/^--fail-on /, '')}. ${error.hint}`
  }
}

/** One key of the project file. */
export interface ProjectKey<T extends z.ZodType = z.ZodType> {
  readonly schema: T
  /** The flag that says the same, and how its text is made of the value; absent for what no flag can say. */
  readonly flag?: string
  /** Values are paths relative to the file: plain ones, several joined by commas, or those behind the `=` of FORMAT=FILE. */
  readonly paths?: 'plain' | 'list' | 'target'
}

function key<T extends z.ZodType>(schema: T, flag?: string, paths?: ProjectKey['paths']): ProjectKey<T> {
  return {schema, ...(flag === undefined ? {} : {flag}), ...(paths === undefined ? {} : {paths})}
}

/**
 * Every key of `trueup.yaml`, by the flag that says the same. A flag that a team may want to keep gets its line here; a test compares
 * this table with the flags of all commands. Fields are added, never changed in meaning.
 */
export const projectKeys = {
  states: key(texts.describe('Terraform states: files, folders, globs, URLs.'), 'state', 'plain'),
  plans: key(texts.describe('Plans as `terraform show -json` prints them, instead of states.'), 'plan', 'plain'),
  config: key(text.describe('Folder of the Terraform code that the states came from.'), 'config', 'plain'),
  variables: key(z.record(text, variable).describe('Variables of the code.'), 'var'),
  variable_files: key(texts.describe('Files of variables.'), 'var-file', 'plain'),
  state_profile: key(text.describe('AWS profile for states in S3, where it is not that of the scan.'), 'state-profile'),
  state_roles: key(texts.describe('Roles to assume for states in S3, one through the other.'), 'state-role'),
  state_external_id: key(text.describe('External id that the last role for states asks for.'), 'state-external-id'),
  state_region: key(text.describe('Region of the bucket of states.'), 'state-region'),
  state_headers: key(
    texts.describe('Headers for states over HTTP, as NAME:VALUE; $NAME in the value is taken from the environment.'),
    'state-header',
  ),
  snapshot: key(text.describe('Live side from a file instead of AWS.'), 'snapshot', 'plain'),
  live: key(z.enum(liveChoices).describe('Where to read AWS.'), 'live'),
  regions: key(texts.describe('Regions to read; `all` for those that each account has enabled.'), 'region'),
  profile: key(text.describe('Profile of the AWS configuration.'), 'profile'),
  roles: key(texts.describe('Roles to assume, one through the other.'), 'role'),
  external_id: key(text.describe('External id that the last role asks for.'), 'external-id'),
  session_name: key(text.describe('What CloudTrail shows of the run.'), 'session-name'),
  accounts: key(
    z
      .array(
        z.union([account, accountAccess], 'must be an account id of twelve digits in quotes, or a mapping with an id'),
      )
      .min(1)
      .describe('Accounts to read.'),
    'account',
  ),
  exclude_accounts: key(z.array(account).min(1).describe('Accounts that are left out.'), 'exclude-account'),
  organization: key(z.boolean().describe('Read every active account of the organisation.'), 'organization'),
  organizational_units: key(texts.describe('Only accounts below these units.'), 'organizational-unit'),
  cache: key(text.describe('Answers of AWS no older than this need not be asked for again (1h).'), 'cache'),
  aggregator: key(text.describe('AWS Config aggregator to ask before the accounts, by name or ARN.'), 'aggregator'),
  only: key(texts.describe('Types and addresses to look at alone; `*` stands for any text.'), 'only'),
  skip: key(texts.describe('Types and addresses to leave out; `*` stands for any text.'), 'skip'),
  filters: key(texts.describe('JMESPath over a finding; what does not fit is not told.'), 'filter'),
  ignore: key(ignoreList),
  ignore_files: key(texts.describe('Files that say what is not to be told, or of driftctl.'), 'ignore-file', 'plain'),
  driftignore: key(z.boolean().describe('Whether to take the .driftignore that lies here or above.'), 'driftignore'),
  baseline: key(text.describe('File of accepted findings; default: trueup.baseline.json beside this file.')),
  types: key(texts.describe('Types that `trueup snapshot` reads.'), 'type'),
  policies: key(texts.describe('Tag policies, in the order in which they combine.'), 'policy', 'plain'),
  tag_policies: key(
    texts.describe(
      'AWS Organizations tag policies, a level each from the root to the account; those of one level are joined by a comma.',
    ),
    'tag-policy',
    'list',
  ),
  bills: key(texts.describe('Bills: files, folders, globs, manifests.'), 'bill', 'plain'),
  cost_basis: key(z.enum(costBases).describe('What a charge of a bill is taken to cost.'), 'basis'),
  required_keys: key(texts.describe('Tag keys that every accelerator must carry.'), 'require'),
  currency: key(text.describe('Count only lines of bills in this currency.'), 'currency'),
  customers_by: key(
    z
      .union([text, texts], 'must be text or a list of texts')
      .describe('What tells whose a charge is: tag:KEY or account; for a bill without customers, what totals are by.'),
    'by',
  ),
  customers: key(text.describe('CSV that tells whose a value is.'), 'customers', 'plain'),
  usage: key(text.describe('CSV of the units that each customer used.'), 'usage', 'plain'),
  share_values: key(texts.describe('Values whose charges all customers share.'), 'share-value'),
  share_buckets: key(texts.describe('Buckets of the bill that all customers share.'), 'share-bucket'),
  shared_split: key(text.describe('How shared cost is split.'), 'split'),
  prices: key(z.enum(['embedded', 'aws']).describe('Where list prices come from.'), 'prices'),
  utilisation: key(z.boolean().describe('Whether to ask CloudWatch what was used.'), 'utilisation'),
  attribute: key(z.boolean().describe('Whether to ask who made the changes, and when.'), 'attribute'),
  fail_on: key(
    z
      .union([text, texts], 'must be text, or a list of texts')
      .refine((value) => faultOf(value) === undefined, {error: ({input}) => faultOf(input)})
      .describe('What fails a run: a severity or worse, a kind or code of findings, new, derived, cost>100.'),
    'fail-on',
  ),
  fail_above: key(
    z
      .union([z.string(), z.number()], 'must be an amount')
      .describe('What accelerators without required tags may cost before `trueup spend untagged` fails a run.'),
    'fail-above',
  ),
  strict: key(z.boolean().describe('Whether anything that could not be looked at fails a run.'), 'strict'),
  history: key(
    text.describe('Folder or s3://BUCKET/PREFIX that runs are kept in, and what `trueup history` reads.'),
    'keep',
    'plain',
  ),
  history_name: key(text.describe('What is scanned: runs of one name are compared wherever the files lie.'), 'keep-as'),
  history_last: key(
    z.int().min(1).describe('Runs of the same scope that are kept; older ones are dropped.'),
    'keep-last',
  ),
  history_profile: key(text.describe('AWS profile for a history in S3.'), 'history-profile'),
  history_roles: key(texts.describe('Roles to assume for a history in S3, one through the other.'), 'history-role'),
  history_external_id: key(text.describe('External id that the last role asks for.'), 'history-external-id'),
  history_region: key(text.describe('Region of the bucket.'), 'history-region'),
  notify: key(
    z
      .array(z.enum(channels))
      .min(1)
      .describe('Who is told of what is new or gone; URLs come from the environment alone.'),
    'notify',
  ),
  reports: key(texts.describe('Reports to write: FORMAT or FORMAT=FILE.'), 'report', 'target'),
} as const satisfies Readonly<Record<string, ProjectKey>>

/** Flags that are about one run, not about a project. */
export const flagsOfOneRun: ReadonlySet<string> = new Set([
  'bill-cache',
  'containers',
  'bill-profile',
  'bill-region',
  'athena-output',
  'month',
  'bill-role',
  'csv',
  'demo',
  'enforce',
  'estimate',
  'for',
  'format',
  'help',
  'json',
  'out',
  'project',
  'resume',
  'to',
  'trusted',
  'version',
  'set',
  'owner',
  'overwrite',
  'default-tags',
  'write',
  'apply',
  'undo',
  'keep',
  'yes',
  'activate',
  'force',
  'baseline',
  'cost-allocation-tags',
  'key',
  'last',
  'older-than',
  'scope',
  'since',
  'from',
  'update',
  'accepted-by',
  'reason',
  'until',
])
