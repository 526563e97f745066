import type {KeptFinding, KeptGap, KeptRun} from '../../src/model/history.ts'

/** A finding of a security group, by a letter. */
export function finding(letter: string, more: Partial<KeptFinding> = {}): KeptFinding {
  return {
    fingerprint: letter.repeat(16),
    code: 'drifted',
    severity: 'high',
    confidence: 'curated',
    address: `aws_instance.${letter}` as NonNullable<KeptFinding['address']>,
    type: 'aws_instance',
    objectType: 'AWS::EC2::Instance',
    id: `i-${letter}`,
    location: {partition: 'aws', account: '111122223333', region: 'eu-central-1'},
    path: 'InstanceType',
    source: {file: 'terraform.tfstate'},
    ...more,
  }
}

export function gap(more: Partial<KeptGap> = {}): KeptGap {
  return {
    reason: 'denied',
    type: 'AWS::EC2::Instance',
    location: {partition: 'aws', account: '111122223333', region: 'eu-central-1'},
    action: 'ec2:DescribeInstances',
    hides: {count: 2, examples: ['i-z', 'i-y']},
    ...more,
  }
}

/** A run on a day of November 2026, at noon. */
export function run(
  day: number,
  findings: readonly (string | KeptFinding)[],
  {gaps = [], ...more}: Partial<KeptRun> = {},
): KeptRun {
  const found = findings.map((one) => (typeof one === 'string' ? finding(one) : one))
  return {
    version: '1.0.0',
    scope: {state: ['terraform.tfstate'], region: ['eu-central-1']},
    brief: {
      at: `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`,
      findings: {
        total: found.length,
        bySeverity: {critical: 0, high: found.length, medium: 0, low: 0, info: 0},
        byCode: {drifted: found.length},
      },
      resources: {declared: 9, compared: 9 - gaps.length},
      gaps: gaps.length,
    },
    findings: found,
    gaps,
    states: ['terraform.tfstate'],
    carried: [],
    ...more,
  }
}
