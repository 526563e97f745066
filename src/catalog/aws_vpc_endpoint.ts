import type {DeclaredResource} from '../model/declared.ts'
import {idElements} from './aws_route_table.ts'
import type {OwnTarget, Projection, TerraformType} from './entry.ts'
import {plainOf} from './plain-value.ts'

export const vpcEndpoint = 'AWS::EC2::VPCEndpoint'

const shared = {
  route_table_ids: 'RouteTableIds',
  security_group_ids: 'SecurityGroupIds',
  subnet_ids: 'SubnetIds',
} as const

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html */
export const entry: TerraformType = {
  type: 'aws_vpc_endpoint',
  confidence: 'curated',
  objectType: vpcEndpoint,
  role: 'object',
  identity: [['id']],
  attributes: {
    auto_accept: {skip: 'terraform-only', because: 'accepts the connection after creation'},
    cidr_blocks: {skip: 'computed', because: 'addresses of the prefix list'},
    dns_entry: {skip: 'computed', because: 'names that AWS gives'},
    dns_options: {
      to: 'DnsOptions',
      block: 'single',
      computed: true,
      of: {
        dns_record_ip_type: {to: 'DnsRecordIpType', computed: true},
        private_dns_only_for_inbound_resolver_endpoint: {
          to: 'PrivateDnsOnlyForInboundResolverEndpoint',
          as: 'inboundResolverOnly',
        },
        private_dns_preference: {to: 'PrivateDnsPreference', computed: true},
        private_dns_specified_domains: {to: 'PrivateDnsSpecifiedDomains', as: 'set', computed: true},
      },
    },
    ip_address_type: {to: 'IpAddressType', computed: true},
    network_interface_ids: {skip: 'computed', because: 'interfaces that AWS makes in the subnets'},
    owner_id: {skip: 'computed', because: 'the account that owns the endpoint'},
    policy: {to: 'PolicyDocument', as: 'iamPolicy', computed: true},
    prefix_list_id: {skip: 'computed', because: 'the list that AWS keeps for the service'},
    private_dns_enabled: {to: 'PrivateDnsEnabled', computed: true},
    requester_managed: {skip: 'computed', because: 'whether a service made it'},
    resource_configuration_arn: {to: 'ResourceConfigurationArn'},
    route_table_ids: {custom: 'elements of RouteTableIds'},
    security_group_ids: {custom: 'elements of SecurityGroupIds'},
    service_name: {to: 'ServiceName'},
    service_network_arn: {to: 'ServiceNetworkArn'},
    service_region: {to: 'ServiceRegion', computed: true},
    state: {skip: 'computed', because: 'where AWS is with it'},
    subnet_configuration: {
      skip: 'elsewhere',
      because:
        'addresses of the interfaces that AWS makes; the endpoint does not show them, only its subnets, which are compared',
    },
    subnet_ids: {custom: 'elements of SubnetIds'},
    vpc_endpoint_type: {to: 'VpcEndpointType', default: 'Gateway'},
    vpc_id: {to: 'VpcId'},
  },
  project: associations,
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:vpc-endpoint/{id}',
    severity: {PolicyDocument: 'high', RouteTableIds: 'high', SecurityGroupIds: 'high'},
  },
}

/**
 * Optional and Computed: they read back what aws_vpc_endpoint_route_table_association, _security_group_association and _subnet_association
 * declare (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint).
 */
function associations({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  if (id === undefined) return []
  const recorded = Object.entries(shared).flatMap(([attribute, path]) => {
    const ids = plainOf(attributes[attribute])?.value
    return Array.isArray(ids) ? [{path, elements: idElements(path, ids, attribute)}] : []
  })
  const exclusive = recorded.map(({path}) => path)
  const elements = recorded.flatMap((each) => each.elements)
  return [{objectType: vpcEndpoint, id, location, elements, exclusive, echoes: exclusive}]
}

/** A resource that is one route table, subnet or security group of an endpoint. */
export function endpointPart(
  type: string,
  attribute: keyof typeof associated,
  others: TerraformType['attributes'] = {},
): TerraformType {
  const path = associated[attribute]
  return {
    type,
    confidence: 'curated',
    objectType: vpcEndpoint,
    role: 'part',
    identity: [['vpc_endpoint_id']],
    arnAttribute: null,
    tags: 'none',
    attributes: {
      ...others,
      [attribute]: {custom: `element of ${path}`},
      vpc_endpoint_id: {skip: 'identity', because: 'names the endpoint'},
    },
    project: ({attributes}, {id, location}) => {
      if (id === undefined) return []
      const elements = idElements(path, attributes[attribute], attribute)
      return [{objectType: vpcEndpoint, id, location, elements, wholeResource: true}]
    },
  }
}

const associated = {
  route_table_id: 'RouteTableIds',
  security_group_id: 'SecurityGroupIds',
  subnet_id: 'SubnetIds',
} as const
