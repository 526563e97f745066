import {endpointPart} from './aws_vpc_endpoint.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint_subnet_association */
export const entry = endpointPart('aws_vpc_endpoint_subnet_association', 'subnet_id')
