import type {Apis} from './api.ts'
import {cloudControl} from './cloud-control.ts'
import {config} from './config.ts'
import {organizations} from './organizations.ts'
import {sts} from './sts.ts'
import {tagging} from './tagging.ts'

/** Every operation that the double answers. */
export const apis: Apis = {...cloudControl, ...config, ...organizations, ...sts, ...tagging}
