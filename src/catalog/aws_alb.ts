import {aliasOf} from './alias-of.ts'
import {entry as current} from './aws_lb.ts'

export const entry = aliasOf(current, 'aws_alb')
