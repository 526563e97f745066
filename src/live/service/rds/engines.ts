/** The most of a page (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstances.html). */
export const pageSize = 100

/** The API lists databases of Neptune and DocumentDB as well, which are types of their own. */
export function isOfRds({Engine}: {readonly Engine?: string | undefined}): boolean {
  return Engine !== 'neptune' && Engine !== 'docdb'
}
