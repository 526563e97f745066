const capacity =
  /^(?:GlobalSecondaryIndexes\[IndexName=([^\]]+)\]\.)?ProvisionedThroughput\.((?:Read|Write)CapacityUnits)$/

/**
 * Of the scalable target that sets the throughput of a table, or of an index of it
 * (https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalableTarget.html).
 */
export function scalableTableId(table: string, path: string): string | undefined {
  const [, index, units] = capacity.exec(path) ?? []
  if (units === undefined) return undefined
  if (index === undefined) return `table/${table}|dynamodb:table:${units}|dynamodb`
  return `table/${table}/index/${index}|dynamodb:index:${units}|dynamodb`
}
