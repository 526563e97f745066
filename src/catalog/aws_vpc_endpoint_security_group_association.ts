import {endpointPart} from './aws_vpc_endpoint.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint_security_group_association */
export const entry = endpointPart('aws_vpc_endpoint_security_group_association', 'security_group_id', {
  replace_default_association: {
    skip: 'terraform-only',
    because: 'takes the default group away at creation; the groups that are there are compared',
  },
})
