import {describe, expect, test} from 'vitest'

import {loadCatalog} from '../../src/catalog/catalog.ts'
import {derivedEntry} from '../../src/catalog/derived.ts'
import tagOnCreate from '../../src/catalog/data/tag-on-create.json' with {type: 'json'}
import {generatedFor, generatedTypes} from '../../src/catalog/generated.ts'
import {normalizers} from '../../src/catalog/normalizers/index.ts'
import {comparedPaths} from '../../src/catalog/paths.ts'
import type {AttributeRule} from '../../src/catalog/entry.ts'
import {visibilityOf} from '../../src/drift/visibility.ts'

const location = {partition: 'aws', account: '123456789012', region: 'eu-west-1'}

describe('the generated layer', () => {
  test('knows more than 850 Terraform types, each with an object type and rules that can be read', async () => {
    const types = generatedTypes()
    expect(types.length).toBeGreaterThan(850)
    for (const type of types) {
      const service = await generatedFor(type)
      const generated = service?.types[type]
      expect(generated, type).toBeDefined()
      if (!generated) continue
      expect(service?.objects[generated.of]?.id.length, type).toBeGreaterThan(0)
      for (const name of normalizersIn(derivedEntry(type, generated).attributes))
        expect(normalizers).toHaveProperty(name)
    }
  })

  test.each([
    ['aws_cloudfront_distribution', 'AWS::CloudFront::Distribution', 'DistributionConfig.Comment', 'comment'],
    ['aws_cloudwatch_log_group', 'AWS::Logs::LogGroup', 'RetentionInDays', 'retention_in_days'],
    [
      'aws_ecr_repository',
      'AWS::ECR::Repository',
      'ImageScanningConfiguration.ScanOnPush',
      'image_scanning_configuration.scan_on_push',
    ],
    ['aws_kendra_faq', 'AWS::Kendra::Faq', 'RoleArn', 'role_arn'],
    ['aws_s3control_bucket', 'AWS::S3Outposts::Bucket', 'OutpostId', 'outpost_id'],
    ['aws_sfn_state_machine', 'AWS::StepFunctions::StateMachine', 'DefinitionString', 'definition'],
  ])('maps %s to %s: %s is %s', async (type, objectType, path, attribute) => {
    const generated = (await generatedFor(type))?.types[type]
    if (!generated) throw new Error(`${type} is not there`)
    const entry = derivedEntry(type, generated)
    expect(entry.objectType).toBe(objectType)
    expect(comparedPaths(entry).get(path)).toBe(attribute)
  })

  test.each([
    ['aws_glue_crawler', 'schedule'],
    ['aws_elastic_beanstalk_environment', 'tier'],
    ['aws_identitystore_group_membership', 'member_id'],
  ])('does not take the text of %s.%s for a document, which AWS has as an object', async (type, attribute) => {
    const rules = (await generatedFor(type))?.types[type]?.rules
    expect(Object.keys(rules ?? {}).length).toBeGreaterThan(0)
    expect(rules).not.toHaveProperty(attribute)
  })

  test.each(['aws_sqs_queue_policy', 'aws_ami', 'aws_security_group_rule'])('makes no pair of %s', (type) => {
    expect(generatedTypes()).not.toContain(type)
  })
})

describe('a pair made by names alone is one of the same thing', () => {
  /** Types of Terraform that are two names, or two ways, of one object. */
  const alike = [
    /^aws_(?:alb|lb)(_\w+)?$/,
    /^aws_(?:default_)?(?:network_acl|route_table|subnet|vpc|vpc_dhcp_options)$/,
    /^aws_cognito_(?:managed_)?user_pool_client$/,
    /^aws_fsx_\w+$/,
    /^aws_(?:db_instance|rds_cluster_instance)$/,
    /^aws_ses(?:v2)?_configuration_set$/,
  ]

  test('two Terraform types of one CloudFormation type are two names of it', async () => {
    const pairs = await Promise.all(
      generatedTypes().map(async (type) => [type, (await generatedFor(type))?.types[type]?.of ?? ''] as const),
    )
    const shared = [...Map.groupBy(pairs, ([, of]) => of).values()].filter(({length}) => length > 1)
    const names = shared.map((group) => group.map(([type]) => type))
    expect(names.filter((group) => !alike.some((same) => group.every((type) => same.test(type))))).toEqual([])
    expect(names.length).toBeGreaterThan(10)
  })

  test('the service that creates what Terraform declares is the one that the CloudFormation type reads', async () => {
    const created = Object.entries(tagOnCreate.types).filter(([type]) => generatedTypes().includes(type))
    const compared = await Promise.all(
      created.map(async ([type, actions]) => {
        const service = await generatedFor(type)
        const {read = [], list = []} = service?.objects[service.types[type]?.of ?? ''] ?? {}
        return {type, creates: servicesOf(actions), reads: servicesOf([...read, ...list])}
      }),
    )
    const known = compared.filter(({reads}) => reads.size > 0)
    expect(
      known.filter(({creates, reads}) => ![...creates].some((service) => reads.has(service))).map(({type}) => type),
    ).toEqual([])
    expect(known.length).toBeGreaterThan(350)
  })
})

/** Of IAM actions, whose names have no case. */
function servicesOf(actions: readonly string[]): ReadonlySet<string> {
  return new Set(actions.map((action) => action.split(':')[0]?.toLowerCase() ?? ''))
}

describe('a rule in one string', () => {
  const entry = derivedEntry('aws_x', {
    of: 'AWS::X::Y',
    id: [['id']],
    rules: {
      key: 'KmsKeyId kmsKey computed',
      port: 'Port =443',
      mode: 'Mode ="on"',
      secret: '-write-only',
      box: {to: 'Box', block: 'single', of: {size: 'Size'}},
    },
    computed: ['status'],
  })

  test('is the rule that an entry would have', () => {
    expect(entry.attributes).toMatchObject({
      key: {to: 'KmsKeyId', as: 'kmsKey', computed: true},
      port: {to: 'Port', default: 443},
      mode: {to: 'Mode', default: 'on'},
      secret: {skip: 'write-only'},
      box: {to: 'Box', block: 'single', of: {size: {to: 'Size'}}},
      status: {skip: 'computed'},
    })
    expect(entry.attributes['port']).not.toHaveProperty('as')
  })
})

describe('a catalogue', () => {
  test('learns of a derived type when it occurs, by either name', async () => {
    const catalog = await loadCatalog()
    expect(catalog.entry('aws_kendra_faq')).toBeUndefined()
    await catalog.want('aws_kendra_faq')
    expect(catalog.entry('aws_kendra_faq')).toMatchObject({confidence: 'derived', objectType: 'AWS::Kendra::Faq'})
    await catalog.want('AWS::Athena::WorkGroup')
    expect(catalog.creator('AWS::Athena::WorkGroup')).toMatchObject({type: 'aws_athena_workgroup'})
    expect(catalog.want('aws_kendra_faq')).toBeUndefined()
  })

  test('prefers what is curated, and takes the shape of its object alone', async () => {
    const catalog = await loadCatalog()
    await catalog.want('aws_sqs_queue')
    expect(catalog.entry('aws_sqs_queue')?.confidence).toBe('curated')
    expect(catalog.shape('AWS::SQS::Queue')?.('DelaySeconds')).toBe(true)
  })

  test('does not mind a type that nobody knows', async () => {
    const catalog = await loadCatalog()
    await catalog.want('aws_unheard_of')
    await catalog.want('AWS::Unheard::Of')
    expect(catalog.entry('aws_unheard_of')).toBeUndefined()
    expect(catalog.shape('AWS::Unheard::Of')).toBeUndefined()
  })
})

describe('a reader that answers in the CloudFormation schema', () => {
  test.each([
    ['AWS::S3::Bucket', 'VersioningConfiguration.Status', true],
    ['AWS::S3::Bucket', 'BucketPolicy.PolicyDocument', false],
    ['AWS::RDS::DBInstance', 'MasterUserPassword', false],
    ['AWS::RDS::DBInstance', 'AllocatedStorage', true],
    ['AWS::DynamoDB::Table', 'KeySchema[KeyType=HASH].AttributeName', true],
    ['AWS::DynamoDB::Table', 'SSESpecification.Colour', false],
  ])('of %s sees %s: %s', async (type, path, expected) => {
    const catalog = await loadCatalog()
    await catalog.want(type)
    const scope = {type, location, reader: 'cloud-control', sees: '*'} as const
    expect(visibilityOf(scope, [], catalog.shape(type))(path)).toBe(expected)
  })
})

function normalizersIn(rules: Readonly<Record<string, AttributeRule>>): readonly string[] {
  return Object.values(rules).flatMap((rule) => {
    if ('block' in rule) return normalizersIn(rule.of)
    return 'to' in rule && rule.as !== undefined ? [rule.as] : []
  })
}
