import {
  CloudWatchLogsClient,
  paginateDescribeMetricFilters,
  type MetricFilter,
  type MetricTransformation,
} from '@aws-sdk/client-cloudwatch-logs'

import type {JsonRecord} from '../../projectors/projector.ts'
import {capitalized, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = ['applyOnTransformedLogs', 'filterName', 'filterPattern', 'logGroupName'] as const

/** Filters have no tags. */
export const metricFilter = serviceType<CloudWatchLogsClient, MetricFilter>({
  objectType: 'AWS::Logs::MetricFilter',
  client: CloudWatchLogsClient,
  sees: [...members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)), 'MetricTransformations'],
  list: (client) =>
    pagesOf(paginateDescribeMetricFilters({client, pageSize: 50}, {}), ({metricFilters}) => metricFilters),
  object: (filter) => ({
    id: `${filter.logGroupName}|${filter.filterName}`,
    tags: {},
    properties: {
      ...capitalized(filter, members),
      MetricTransformations: filter.metricTransformations?.map(transformation) ?? [],
    },
  }),
})

/** Dimensions are a map here and a list in CloudFormation. */
function transformation(item: MetricTransformation): JsonRecord {
  const {dimensions} = item
  return {
    ...capitalized(item, ['defaultValue', 'metricName', 'metricNamespace', 'metricValue', 'unit']),
    ...(dimensions === undefined ? {} : {Dimensions: Object.entries(dimensions).map(([Key, Value]) => ({Key, Value}))}),
  }
}
