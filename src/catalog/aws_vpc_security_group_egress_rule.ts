import {singleRuleType} from './security-group-single-rule.ts'

export const entry = singleRuleType('aws_vpc_security_group_egress_rule', 'egress')
