/** Synthetic lines of a legacy report in Parquet, made by DuckDB: quick enough for tens of millions. No figure is of a real account. */

/** Machines of the fleet: each has a line for every hour of a month. */
const machines = 27_000

/** One in twenty is accelerated, two in five of those lack an owner; a third of the accelerated ones is covered by a savings plan. */
const fleet = `SELECT i, i % ${machines} AS machine, CAST(i / ${machines} AS BIGINT) % 744 AS hour`

const usageTypes = ['p5.48xlarge', 'g5.xlarge', 'g6e.12xlarge', 'trn1.32xlarge', 'p4d.24xlarge']
const others = ['m7i.large', 'c7g.xlarge', 'r6i.2xlarge', 't4g.medium', 'i4i.large', 'm6g.4xlarge', 'c5.9xlarge']

/** Columns that both sides of the comparison read. */
export const billColumns = {
  dimensions: [
    'bill_payer_account_id',
    'bill_billing_entity',
    'line_item_usage_account_id',
    'line_item_line_item_type',
    'line_item_product_code',
    'line_item_usage_type',
    'line_item_operation',
    'line_item_resource_id',
    'line_item_currency_code',
    'product_product_name',
    'product_region',
    'product_instance_type',
    'pricing_unit',
    'resource_tags_user_owner',
    'resource_tags_user_cost_center',
    'split_line_item_parent_resource_id',
  ],
  measures: [
    'line_item_usage_amount',
    'line_item_unblended_cost',
    'savings_plan_savings_plan_effective_cost',
    'reservation_effective_cost',
  ],
} as const

/** SQL that gives the lines from one number to another. */
export function syntheticLines(from: number, to: number): string {
  const start = `TIMESTAMP '2026-10-01' + to_hours(hour)`
  return `SELECT
    md5(CAST(i AS VARCHAR)) AS identity_line_item_id, '' AS identity_time_interval, 'AWS' AS bill_billing_entity,
    '111111111111' AS bill_payer_account_id, TIMESTAMP '2026-10-01' AS bill_billing_period_start_date,
    TIMESTAMP '2026-11-01' AS bill_billing_period_end_date,
    CAST(200000000000 + machine % 40 AS VARCHAR) AS line_item_usage_account_id,
    CASE WHEN fast AND machine % 3 = 0 THEN 'SavingsPlanCoveredUsage' ELSE 'Usage' END AS line_item_line_item_type,
    ${start} AS line_item_usage_start_date, ${start} + INTERVAL 1 HOUR AS line_item_usage_end_date,
    'AmazonEC2' AS line_item_product_code, 'USE2-BoxUsage:' || instance AS line_item_usage_type,
    'RunInstances' AS line_item_operation, 'i-' || lpad(to_hex(machine), 17, '0') AS line_item_resource_id,
    1.0::DOUBLE AS line_item_usage_amount, 'USD' AS line_item_currency_code,
    CAST(round(1.006 + machine % 977 / 100, 4) AS DOUBLE) AS line_item_unblended_cost,
    'Amazon Elastic Compute Cloud' AS product_product_name, 'us-east-2' AS product_region, instance AS product_instance_type,
    'Hrs' AS pricing_unit,
    CASE WHEN fast AND machine % 3 = 0 THEN CAST(round(0.6 + machine % 977 / 200, 4) AS DOUBLE) END
      AS savings_plan_savings_plan_effective_cost,
    NULL::DOUBLE AS savings_plan_total_commitment_to_date, NULL::DOUBLE AS savings_plan_used_commitment,
    NULL::DOUBLE AS reservation_effective_cost, '' AS reservation_reservation_a_r_n,
    NULL::DOUBLE AS reservation_unused_amortized_upfront_fee_for_billing_period, NULL::DOUBLE AS reservation_unused_recurring_fee,
    CASE WHEN machine % 5 < 3 THEN 'team-' || machine % 60 END AS resource_tags_user_owner,
    CASE WHEN machine % 7 < 5 THEN CAST(machine % 300 AS VARCHAR) END AS resource_tags_user_cost_center,
    '' AS split_line_item_parent_resource_id
  FROM (SELECT *, machine % 20 = 0 AS fast,
      CASE WHEN machine % 20 = 0 THEN ${listItem(usageTypes, 'machine // 20')} ELSE ${listItem(others, 'machine')} END AS instance
    FROM (${fleet} FROM range(${from}, ${to}) AS numbers(i)))`
}

function listItem(items: readonly string[], at: string): string {
  return `[${items.map((item) => `'${item}'`).join(', ')}][1 + ${at} % ${items.length}]`
}
