import {peeringConnection, peeringSides} from './aws_vpc_peering_connection.ts'
import type {TerraformType} from './entry.ts'

const other = 'declared by the side that asked for the connection'

/**
 * The other side of a connection, in its own account and region, where its tags are its own
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_peering_connection_accepter).
 */
export const entry: TerraformType = {
  type: 'aws_vpc_peering_connection_accepter',
  confidence: 'curated',
  objectType: peeringConnection,
  role: 'part',
  identity: [['vpc_peering_connection_id'], ['id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    ...peeringSides,
    accept_status: {skip: 'computed', because: 'where the connection is'},
    auto_accept: {skip: 'terraform-only', because: 'accepts the connection'},
    peer_owner_id: {skip: 'elsewhere', because: other},
    peer_region: {skip: 'elsewhere', because: other},
    peer_vpc_id: {skip: 'elsewhere', because: other},
    vpc_id: {skip: 'elsewhere', because: other},
    vpc_peering_connection_id: {skip: 'identity', because: 'names the connection'},
  },
}
