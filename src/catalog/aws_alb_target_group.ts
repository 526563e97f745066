import {aliasOf} from './alias-of.ts'
import {entry as current} from './aws_lb_target_group.ts'

export const entry = aliasOf(current, 'aws_alb_target_group')
