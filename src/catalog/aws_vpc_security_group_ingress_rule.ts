import {singleRuleType} from './security-group-single-rule.ts'

export const entry = singleRuleType('aws_vpc_security_group_ingress_rule', 'ingress')
