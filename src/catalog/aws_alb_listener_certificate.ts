import {aliasOf} from './alias-of.ts'
import {entry as current} from './aws_lb_listener_certificate.ts'

export const entry = aliasOf(current, 'aws_alb_listener_certificate')
