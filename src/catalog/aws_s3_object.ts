import type {TerraformType} from './entry.ts'
import {s3Object} from './s3-object.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_object */
export const entry: TerraformType = {type: 'aws_s3_object', ...s3Object}
