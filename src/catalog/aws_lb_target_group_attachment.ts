import {isRecord} from '../model/value.ts'
import {targetGroup} from './aws_lb_target_group.ts'
import type {TerraformType} from './entry.ts'
import {plainOf} from './plain-value.ts'

const part = {custom: 'member of an element of Targets'} as const

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_target_group_attachment */
export const entry: TerraformType = {
  type: 'aws_lb_target_group_attachment',
  confidence: 'curated',
  objectType: targetGroup,
  role: 'part',
  identity: [['target_group_arn']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    availability_zone: part,
    port: part,
    quic_server_id: part,
    target_group_arn: {skip: 'identity', because: 'names the group'},
    target_id: part,
  },
  // Auto Scaling, ECS and EKS register targets of their own, which come and go.
  project: ({attributes}, {id, location}) => {
    const plain = plainOf(attributes)
    if (id === undefined || !isRecord(plain?.value)) return []
    const {target_id: target, port, availability_zone: zone, quic_server_id: quic} = plain.value
    if (typeof target !== 'string' || target === '') return []
    const element = {
      Id: target,
      Port: port === 0 ? null : (port ?? null),
      AvailabilityZone: zone === '' ? null : (zone ?? null),
      QuicServerId: quic === '' ? null : (quic ?? null),
    }
    const share = {path: 'Targets', element, attribute: 'target_id', as: 'registeredTarget', key: ['Id']} as const
    return [{objectType: targetGroup, id, location, elements: [share], open: ['Targets'], wholeResource: true}]
  },
}
