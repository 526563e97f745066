import type {DeclaredResource} from '../../src/model/declared.ts'
import type {LiveObject} from '../../src/model/live.ts'
import type {Location} from '../../src/model/location.ts'
import type {ValueRecord} from '../../src/model/value.ts'
import {euCentral, global, recordedAt, textOf, usEast} from './places.ts'

/** Where the machines that Terraform does not know run. */
export interface Network {
  readonly subnet: string
  readonly image: string
}

/** What is live and in no state: forgotten, made by AWS, or made by something that Terraform made. */
export function unmanaged(network: Network): readonly LiveObject[] {
  return [...forgotten(network), ...fleet(network), ...clusterNodes(network), ...defaultNetwork(), ...ofAws()]
}

/** Nobody remembers what these are for. */
function forgotten(network: Network): readonly LiveObject[] {
  return [
    ...machine({...network, number: '0d1e', instanceType: 'p4d.24xlarge', launched: '2026-02-19T16:40:03.000Z'}),
    ...machine({...network, number: '0d2f', instanceType: 'g5.12xlarge', launched: '2025-11-27T09:12:45.000Z'}),
    ...machine({...network, number: '0d30', instanceType: 'g6f.xlarge', launched: '2026-04-30T18:21:10.000Z'}),
    object('AWS::S3::Bucket', 'heron-datasets-backup-2025', usEast, {
      arn: 'arn:aws:s3:::heron-datasets-backup-2025',
      tags: {},
      properties: {BucketName: 'heron-datasets-backup-2025'},
    }),
  ]
}

/** The Auto Scaling group of the sweeps passes no tags on: its machines are someone's, their money is not. */
function fleet(network: Network): readonly LiveObject[] {
  const tags = {
    'aws:autoscaling:groupName': 'heron-prod-sweep',
    'aws:ec2launchtemplate:id': 'lt-ca858796565717234',
    'aws:ec2launchtemplate:version': '1',
  }
  return ['0a51', '0a52', '0a53'].flatMap((number) =>
    machine({...network, number, instanceType: 'g6e.12xlarge', launched: '2026-05-10T20:02:31.000Z', tags}),
  )
}

function clusterNodes(network: Network): readonly LiveObject[] {
  const tags = {'eks:cluster-name': 'heron-prod-platform', 'eks:nodegroup-name': 'gateway'}
  return ['0b71', '0b72'].flatMap((number) =>
    machine({...network, number, instanceType: 'm7g.large', launched: '2026-03-02T09:31:12.000Z', tags}),
  )
}

interface Machine extends Network {
  readonly number: string
  readonly instanceType: string
  readonly launched: string
  readonly tags?: Readonly<Record<string, string>>
}

/** An instance with its root volume. */
function machine({number, instanceType, launched, image, subnet, tags = {}}: Machine): readonly LiveObject[] {
  const [instance, volume] = [`i-${number}9c4be2f7a6138`, `vol-${number}3f8a7d6c5b412`]
  const place = {partition: 'aws', account: usEast.account, region: usEast.region}
  const arn = (kind: string, id: string) => `arn:aws:ec2:${place.region}:${place.account}:${kind}/${id}`
  return [
    object('AWS::EC2::Instance', instance, usEast, {
      arn: arn('instance', instance),
      createdAt: launched,
      tags,
      properties: {
        AvailabilityZone: 'us-east-1a',
        ImageId: image,
        InstanceType: instanceType,
        State: 'running',
        SubnetId: subnet,
        Tenancy: 'default',
      },
    }),
    object('AWS::EC2::Volume', volume, usEast, {
      arn: arn('volume', volume),
      createdAt: launched,
      tags: {},
      properties: {
        AvailabilityZone: 'us-east-1a',
        Size: 200,
        VolumeType: 'gp3',
        VolumeAttachment: [{InstanceId: instance, Device: '/dev/sda1', DeleteOnTermination: true}],
      },
    }),
  ]
}

/** Every region comes with a default VPC. */
function defaultNetwork(): readonly LiveObject[] {
  return [usEast, euCentral].flatMap((location, index) => {
    const number = `0${index}de4a917c2b36f58`
    const made = (type: string, kind: string, id: string, properties: ValueRecord) =>
      object(type, id, location, {
        arn: `arn:aws:ec2:${location.region}:${location.account}:${kind}/${id}`,
        tags: {},
        properties: {...properties, VpcId: `vpc-${number}`},
      })
    return [
      made('AWS::EC2::VPC', 'vpc', `vpc-${number}`, {CidrBlock: '172.31.0.0/16', IsDefault: true}),
      made('AWS::EC2::SecurityGroup', 'security-group', `sg-${number}`, {GroupName: 'default'}),
      ...['a', 'b', 'c'].map((zone, at) =>
        made('AWS::EC2::Subnet', 'subnet', `subnet-${number.slice(1)}${zone}`, {
          AvailabilityZone: `${location.region}${zone}`,
          CidrBlock: `172.31.${at * 16}.0/20`,
          DefaultForAz: true,
        }),
      ),
    ]
  })
}

/** Every VPC comes with a group. */
export function defaultGroups(resources: readonly DeclaredResource[]): readonly LiveObject[] {
  return resources.flatMap(({type, attributes: {default_security_group_id: id, id: vpc, region}}) => {
    if (type !== 'aws_vpc') return []
    const location = {...usEast, region: textOf(region)}
    const properties = {GroupDescription: 'default VPC security group', GroupName: 'default', VpcId: textOf(vpc)}
    return [object('AWS::EC2::SecurityGroup', textOf(id), location, {tags: {}, properties})]
  })
}

/** What AWS makes for its own use. */
function ofAws(): readonly LiveObject[] {
  const roles = ['autoscaling', 'config', 'eks', 'rds'].map((service) => serviceLinkedRole(service))
  const key = '5c3f0e9a-7b1d-4e86-92af-0d6c8b4e1f73'
  return [
    ...roles,
    object('AWS::KMS::Key', key, usEast, {
      arn: `arn:aws:kms:us-east-1:${usEast.account}:key/${key}`,
      tags: {},
      properties: {Description: 'Default key of Secrets Manager', Enabled: true, KeyManager: 'AWS'},
    }),
    object('AWS::KMS::Alias', 'alias/aws/secretsmanager', usEast, {
      arn: `arn:aws:kms:us-east-1:${usEast.account}:alias/aws/secretsmanager`,
      properties: {AliasName: 'alias/aws/secretsmanager', TargetKeyId: key},
    }),
  ]
}

function serviceLinkedRole(service: string): LiveObject {
  const name = `AWSServiceRoleFor${service}`
  const path = `/aws-service-role/${service}.amazonaws.com/`
  return object('AWS::IAM::Role', name, global, {
    arn: `arn:aws:iam::${global.account}:role${path}${name}`,
    tags: {},
    properties: {RoleName: name, Path: path},
  })
}

type Facts = Pick<LiveObject, 'arn' | 'createdAt' | 'properties' | 'tags'>

function object(type: string, id: string, location: Location, facts: Facts): LiveObject {
  return {type, id, location, ...facts, reader: 'config', capturedAt: recordedAt}
}
