import {picked, recordAt, said, textAt, unseenOf} from './document.ts'
import {pascal, pascalKeys} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

const plain = ['DeliverLogsPermissionArn', 'LogDestinationType', 'ResourceId', 'TrafficType']
/** Not in items from before AWS introduced them, nor, of one that goes to a log group, both names of it. */
const perhaps = ['DeliverCrossAccountRole', 'LogDestination', 'LogFormat', 'LogGroupName', 'MaxAggregationInterval']

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html */
export const ec2FlowLog: Projector = {
  objectType: 'AWS::EC2::FlowLog',
  sees: [...plain, ...perhaps, 'DestinationOptions'],
  project: ({resourceId, configuration}) => {
    const {LogGroupName: group, ...document} = picked(pascalKeys(configuration), [...plain, ...perhaps])
    const options = pascal(recordAt(configuration, 'destinationOptions')) as JsonRecord
    const properties = said({
      ...document,
      DestinationOptions: Object.keys(options).length > 0 ? options : undefined,
      // One change of the destination is one difference.
      LogGroupName: document['LogDestination'] === undefined ? group : undefined,
    })
    return {id: textAt(configuration, 'flowLogId') ?? resourceId, ...unseenOf(properties, perhaps), properties}
  },
}
