import {endpointPart} from './aws_vpc_endpoint.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint_route_table_association */
export const entry = endpointPart('aws_vpc_endpoint_route_table_association', 'route_table_id')
