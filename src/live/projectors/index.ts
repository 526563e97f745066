import {ec2Vpc} from './ec2-vpc.ts'
import type {Projector} from './projector.ts'
import {sqsQueue} from './sqs-queue.ts'

/** One line for each Config type whose documents have the legacy camelCase shape. */
export const projectors: Readonly<Record<string, Projector>> = {
  'AWS::EC2::VPC': ec2Vpc,
  'AWS::SQS::Queue': sqsQueue,
}
