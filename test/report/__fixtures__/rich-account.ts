import type {Finding} from '../../../src/model/finding.ts'
import type {Report} from '../../../src/model/report.ts'
import type {TagCoverageFigures} from '../../../src/model/tag-coverage.ts'
import type {RunBrief} from '../../../src/model/trend.ts'
import {report} from './build.ts'
import {trainingAccount} from './training-account.ts'

const change = {
  at: '2026-03-02T10:00:59.000Z',
  certainty: 'property',
  event: {name: 'ModifyInstanceAttribute', service: 'ec2.amazonaws.com', id: 'e1'},
  actor: {kind: 'role', name: 'Admin', session: 'jo@example.com'},
  means: 'console',
  from: '198.51.100.7',
} as const

const remedies: NonNullable<Finding['remedies']> = [
  {
    kind: 'adopt',
    edit: {
      file: 'training/main.tf',
      line: 14,
      column: 3,
      endLine: 14,
      endColumn: 33,
      before: 'instance_type = "p4d.24xlarge"',
      after: 'instance_type = "p5.48xlarge"',
    },
    caveats: ['all-instances'],
  },
  {kind: 'revert', command: ['terraform', 'apply', "-target=aws_instance.it's[0]"], caveats: ['targeted']},
]

function enriched(finding: Finding, at: number): Finding {
  if (finding.code !== 'drifted') return {...finding, standing: at % 2 === 0 ? 'new' : 'known'}
  return {
    ...finding,
    standing: 'new',
    ...(finding.path === 'InstanceType' && {
      change,
      remedies,
      cost: {
        monthly: '9500.25',
        currency: 'USD',
        basis: {
          method: 'list-price',
          parts: [],
          region: 'eu-west-1',
          pricesAsOf: '2026-04-28',
          prices: 'embedded',
        },
      },
    }),
  }
}

const figures: TagCoverageFigures = {
  objects: 40,
  covered: 28,
  lacking: 9,
  exempted: 1,
  unknown: 2,
  monthly: {total: '42385.99', covered: '2206.79', lacking: '40179.2', exempted: '0', unknown: '0'},
}

function run(at: string, high: number): RunBrief {
  const bySeverity = {critical: 1, high, medium: 9, low: 7, info: 3}
  return {
    at,
    findings: {total: 20 + high, bySeverity, byCode: {}},
    resources: {declared: 83, compared: 71},
    gaps: 3,
    tags: {...figures, currency: 'USD', byKey: [{name: 'Owner', ...figures}]},
    accelerators: [{currency: 'USD', monthly: String(30_000 + high * 900), unowned: '20000'}],
    driftCost: [{currency: 'USD', monthly: '-120.5'}],
  }
}

/** Everything that a report may hold. */
export const richAccount: Report = {
  ...report({
    ...trainingAccount,
    findings: trainingAccount.findings.map(enriched),
    tagCoverage: {
      keys: ['CostCenter', 'Owner'],
      teamKey: 'Owner',
      total: figures,
      by: {
        key: [{name: 'Owner', ...figures}],
        team: [
          {name: 'nobody', ...figures},
          {name: 'research', ...figures},
        ],
        type: [{name: 'aws_instance', ...figures}],
        account: [],
        region: [],
      },
      notTaggable: 4,
      spend: {currency: 'USD', basis: 'on-demand list price, Linux'},
    },
    trend: {
      runs: [run('2026-04-28T09:00:00Z', 12), run('2026-04-29T09:00:00Z', 9), run('2026-05-01T09:15:00Z', 8)],
    },
  }),
}
