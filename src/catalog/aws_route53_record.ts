import type {Value} from '../model/value.ts'
import type {TerraformType} from './entry.ts'
import {canonicalDomain} from './normalizers/domain-name.ts'

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html, geoproximity as in
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html. AWS Config does not record records.
 */
export const entry: TerraformType = {
  type: 'aws_route53_record',
  confidence: 'curated',
  objectType: 'AWS::Route53::RecordSet',
  role: 'object',
  identity: recordId,
  arnAttribute: null,
  tags: 'none',
  attributes: {
    alias: {
      to: 'AliasTarget',
      block: 'single',
      of: {
        evaluate_target_health: {to: 'EvaluateTargetHealth'},
        name: {to: 'DNSName', as: 'domainName'},
        zone_id: {to: 'HostedZoneId'},
      },
    },
    allow_overwrite: {skip: 'terraform-only', because: 'whether to take over a record that is there'},
    cidr_routing_policy: {
      to: 'CidrRoutingConfig',
      block: 'single',
      of: {collection_id: {to: 'CollectionId'}, location_name: {to: 'LocationName'}},
    },
    failover_routing_policy: {to: '', block: 'single', of: {type: {to: 'Failover'}}},
    fqdn: {skip: 'identity', because: 'part of the identifier'},
    geolocation_routing_policy: {
      to: 'GeoLocation',
      block: 'single',
      of: {
        continent: {to: 'ContinentCode'},
        country: {to: 'CountryCode'},
        subdivision: {to: 'SubdivisionCode'},
      },
    },
    geoproximity_routing_policy: {
      to: 'GeoProximityLocation',
      block: 'single',
      of: {
        aws_region: {to: 'AWSRegion'},
        bias: {to: 'Bias', default: 0},
        coordinates: {
          to: 'Coordinates',
          block: 'single',
          of: {latitude: {to: 'Latitude'}, longitude: {to: 'Longitude'}},
        },
        local_zone_group: {to: 'LocalZoneGroup'},
      },
    },
    health_check_id: {to: 'HealthCheckId'},
    latency_routing_policy: {to: '', block: 'single', of: {region: {to: 'Region'}}},
    multivalue_answer_routing_policy: {to: 'MultiValueAnswer'},
    name: {skip: 'identity', because: 'part of the identifier, as fqdn'},
    records: {to: 'ResourceRecords', as: 'recordValues'},
    set_identifier: {skip: 'identity', because: 'part of the identifier'},
    // Aliases have the time to live of their target; providers before 4 wrote 0.
    ttl: {to: 'TTL', default: 0},
    type: {skip: 'identity', because: 'part of the identifier'},
    weighted_routing_policy: {to: '', block: 'single', of: {weight: {to: 'Weight', default: 0}}},
    zone_id: {skip: 'identity', because: 'part of the identifier'},
  },
  object: {
    idScope: 'account',
    pseudo: ['GeoProximityLocation'],
    severity: {AliasTarget: 'high', ResourceRecords: 'high'},
  },
}

/**
 * The CloudFormation identifier: name, zone, type, and the set identifier where there is one; the name in full, in lower case, without the dot at
 * the end.
 */
function recordId(attributes: {readonly [name: string]: Value}): string | undefined {
  const {fqdn, zone_id: zone, type, set_identifier: set} = attributes
  if (typeof fqdn !== 'string' || fqdn === '' || typeof zone !== 'string' || typeof type !== 'string') return undefined
  const parts = [canonicalDomain(fqdn), zone, type]
  return (typeof set === 'string' && set !== '' ? [...parts, set] : parts).join('|')
}
