import {catalogOf} from '../../src/catalog/catalog.ts'
import type {TerraformType} from '../../src/catalog/entry.ts'
import type {JoinedObject} from '../../src/join/joined.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import type {Finding} from '../../src/model/finding.ts'
import type {LiveObject} from '../../src/model/live.ts'
import type {ValueRecord} from '../../src/model/value.ts'
import {checkTags, type TagCheck, type TagCheckContext} from '../../src/tags/check.ts'
import {loadPolicies} from '../../src/tags/policy/load.ts'

export const location = {partition: 'aws', account: '123456789012', region: 'us-east-1'}

const objectTypes: Readonly<Record<string, string>> = {
  aws_instance: 'AWS::EC2::Instance',
  aws_autoscaling_group: 'AWS::AutoScaling::AutoScalingGroup',
  aws_s3_bucket: 'AWS::S3::Bucket',
  aws_route: 'AWS::EC2::Route',
}

function entryOf(type: string): TerraformType {
  return {
    type,
    confidence: 'curated',
    objectType: objectTypes[type] ?? 'AWS::Unknown::Type',
    role: 'object',
    identity: [['id']],
    attributes: {},
    object: {idScope: 'region'},
  }
}

export const catalog = catalogOf(Object.keys(objectTypes).map((type) => entryOf(type)))

export function resourceOf(address: string, attributes: ValueRecord): DeclaredResource {
  const [type = '', name = ''] = address.split('.').slice(-2)
  return {
    origin: 'recorded',
    address,
    mode: 'managed',
    type,
    name,
    provider: {text: 'provider["registry.terraform.io/hashicorp/aws"]'},
    tainted: false,
    attributes,
    source: {file: 'prod.tfstate'},
  }
}

export interface ObjectOptions {
  readonly type?: string
  readonly id?: string
  readonly address?: string
  readonly declared?: ValueRecord
  readonly live?: Partial<LiveObject> | 'absent' | 'not-read'
  readonly location?: JoinedObject['location']
}

/** One object: declared where there is an address, live unless said otherwise. */
export function objectOf(options: ObjectOptions): JoinedObject {
  const {type = 'aws_instance', id = 'i-0a1', address, declared = {}, live = {}, location: place = location} = options
  const objectType = objectTypes[type] ?? type
  return {
    type: objectType,
    id,
    location: place,
    shares: address ? [{resource: resourceOf(address, declared), entry: entryOf(type), projection: 'table'}] : [],
    ...(live === 'not-read' && {notLookedAt: 'not-read'}),
    ...(typeof live === 'object' && {
      live: {type: objectType, id, location, properties: {}, reader: 'config', ...live},
    }),
  }
}

/** Checks objects against a policy given as its rules (YAML flow or block). */
export function check(
  objects: readonly JoinedObject[],
  rules: string,
  context: Partial<TagCheckContext> & {readonly rest?: string} = {},
): TagCheck {
  const {rest = '', ...others} = context
  const policy = loadPolicies([{name: 'policy.yaml', text: `version: 1\nname: Test\nrules:\n${rules}\n${rest}`}])
  return checkTags(objects, policy, {catalog, today: '2026-09-01', ...others})
}

export const owner = '  - {key: Owner, values: [platform, "team-*"]}'

/** A finding in one line: code, key, side, other side. */
export function lineOf(finding: Finding): string {
  if (!('key' in finding)) return finding.code
  const reason = 'reason' in finding ? `(${finding.reason})` : ''
  return `${finding.code}${reason} ${finding.key} ${finding.on}/${finding.otherSide}`
}

export function lines(options: ObjectOptions, rules = owner): readonly string[] {
  return check([objectOf(options)], rules).findings.map(lineOf)
}
