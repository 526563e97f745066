import {peeringConnection, peeringSides} from './aws_vpc_peering_connection.ts'
import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_peering_connection_options */
export const entry: TerraformType = {
  type: 'aws_vpc_peering_connection_options',
  confidence: 'curated',
  objectType: peeringConnection,
  role: 'part',
  identity: [['vpc_peering_connection_id'], ['id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    ...peeringSides,
    vpc_peering_connection_id: {skip: 'identity', because: 'names the connection'},
  },
}
