import {stringify} from 'yaml'

import type {Discovered} from './discover.ts'
import {projectKeys, type ProjectKey} from './keys.ts'

/** What stands behind a key that nobody has set yet, where a form says more than a description. */
const examples: Readonly<Partial<Record<keyof typeof projectKeys, string>>> = {
  states: '[envs/*/terraform.tfstate, s3://bucket/key]',
  config: 'infra',
  variables: '{region: eu-central-1}',
  variable_files: '[prod.tfvars]',
  snapshot: 'live.jsonl.gz',
  live: 'auto',
  regions: '[eu-central-1, us-east-1]',
  profile: 'audit',
  roles: '[trueup]',
  external_id: 'example',
  session_name: 'nightly',
  accounts: "['111122223333', {id: '222233334444', role: audit}]",
  exclude_accounts: "['333344445555']",
  organization: 'true',
  organizational_units: '[ou-ab12-34567890]',
  aggregator: 'organization',
  filters: '["severity!=`info`"]',
  ignore: "[{type: aws_autoscaling_group, path: desired_capacity, reason: scaled by hand, until: '2027-01-31'}]",
  ignore_files: '[.driftignore]',
  driftignore: 'true',
  baseline: 'trueup.baseline.json',
  policies: '[policies/tags.yaml]',
  fail_on: 'high',
  strict: 'true',
  history: 's3://bucket/trueup',
  history_name: 'prod',
  history_last: '365',
  notify: '[slack]',
  reports: '[terminal, json=drift.json]',
}

/** A project file in which every key is explained: those that were found are set, all others are comments. */
export function projectTemplate(found: readonly Discovered[] = []): string {
  const keys = Object.entries(projectKeys as Readonly<Record<string, ProjectKey>>).map(([name, {schema, flag}]) => {
    const same = flag === undefined ? '' : ` (--${flag})`
    const set = found.find(({key}) => key === name)
    const example = (examples as Readonly<Record<string, string>>)[name] ?? ''
    const line = set ? `# Found: ${set.because}.\n${assigned(set)}` : `# ${`${name}: ${example}`.trimEnd()}`
    return `# ${schema.description ?? name}${same}\n${line}\n`
  })
  return [
    '# Project file of trueup: what the command line need not repeat. A flag wins over a variable TRUEUP_..., that over this file.\n' +
      '# Paths are relative to this file. schemas/trueup.schema.json of the package describes every key.\n',
    ...keys,
  ].join('\n')
}

function assigned({key, values}: Discovered): string {
  return stringify({[key]: key === 'config' ? values[0] : values}, {lineWidth: 0}).trimEnd()
}
