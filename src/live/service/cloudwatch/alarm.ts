import {CloudWatchClient, paginateDescribeAlarms, type MetricAlarm} from '@aws-sdk/client-cloudwatch'

import {cloudwatchAlarm} from '../../projectors/cloudwatch-alarm.ts'
import {pagesOf, projected, seenBy} from '../answer.ts'
import {serviceType} from '../read-type.ts'

export const alarm = serviceType<CloudWatchClient, MetricAlarm>({
  objectType: cloudwatchAlarm.objectType,
  client: CloudWatchClient,
  sees: seenBy(cloudwatchAlarm),
  list: (client) =>
    pagesOf(
      paginateDescribeAlarms({client, pageSize: 100}, {AlarmTypes: ['MetricAlarm']}),
      ({MetricAlarms}) => MetricAlarms,
    ),
  get: {
    size: 100,
    read: async (client, names) => {
      const input = {AlarmNames: [...names], AlarmTypes: ['MetricAlarm' as const]}
      const pages = pagesOf(paginateDescribeAlarms({client, pageSize: 100}, input), ({MetricAlarms}) => MetricAlarms)
      return (await Array.fromAsync(pages)).flat()
    },
  },
  object: (answer) => {
    // The service leaves out the metrics of an alarm that has one metric alone.
    const {unseen: _, ...object} = projected(cloudwatchAlarm, answer)
    return {...object, ...(answer.AlarmArn === undefined ? {} : {arn: answer.AlarmArn})}
  },
})
