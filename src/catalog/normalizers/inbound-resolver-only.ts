import {byForm} from './normalizer.ts'

/**
 * A boolean to EC2 and Terraform, to CloudFormation one of `OnlyInboundResolver`, `AllResolvers` and `NotSpecified`
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-vpcendpoint-dnsoptionsspecification.html).
 */
export const inboundResolverOnly = byForm((value) => [true, 'true', 'OnlyInboundResolver'].some((on) => on === value))
