import {fullCoverage, ireland, report, virginia} from './build.ts'

/** All was compared and matches. */
export const cleanAccount = report({})

/** Nothing was found, because little was looked at. */
export const gapsOnly = report({
  coverage: {...fullCoverage, resources: {declared: 12, compared: 4, missing: 0, notLookedAt: 8, outOfScope: 3}},
  gaps: [
    {
      reason: 'denied',
      type: 'AWS::SQS::Queue',
      location: ireland,
      action: 'config:SelectResourceConfig',
      detail: 'AccessDeniedException: not authorized to perform config:SelectResourceConfig.',
      hides: {count: 6, examples: ['aws_sqs_queue.a', 'aws_sqs_queue.b']},
    },
    {
      reason: 'not-read',
      type: 'AWS::SNS::Topic',
      location: {...virginia, account: '444455556666'},
      detail: 'The snapshot does not cover this account.',
      hides: {count: 2, examples: []},
    },
  ],
})

/** A state without a single AWS resource. */
export const nothingDeclared = report({
  coverage: {
    resources: {declared: 0, compared: 0, missing: 0, notLookedAt: 0, outOfScope: 3},
    attributes: {compared: 0, skipped: {}, notMapped: 0},
    byType: [],
  },
})

/** Accelerators in two currencies, and no policy that says what an owner is. */
export const acceleratorsWithoutPolicy = report({
  spend: {
    currency: 'USD',
    basis: 'on-demand list price, Linux',
    pricesAsOf: {'eu-west-1': '2026-04-28', 'cn-north-1': '2026-03-31'},
    hourly: '0.752',
    monthly: '548.96',
    unowned: {hourly: '0', monthly: '0', instances: 0, accelerators: '0'},
    instances: 2,
    accelerators: '1.125',
    otherCurrencies: [{currency: 'CNY', hourly: '10.26', monthly: '7489.8', unowned: {hourly: '0', monthly: '0'}}],
    rows: [
      {
        id: 'i-0b1',
        account: '111122223333',
        region: 'eu-west-1',
        instanceType: 'g6f.large',
        acceleratorClass: 'gpu',
        model: 'NVIDIA L4',
        accelerators: '0.125',
        hourly: '0.752',
        monthly: '548.96',
        missingKeys: [],
        currency: 'USD',
        notes: ['not-linux'],
      },
      {
        id: 'i-0c2',
        account: '444455556666',
        region: 'cn-north-1',
        instanceType: 'g4dn.xlarge',
        acceleratorClass: 'gpu',
        model: 'NVIDIA T4',
        accelerators: '1',
        hourly: '10.26',
        monthly: '7489.8',
        missingKeys: [],
        currency: 'CNY',
        notes: ['state-unknown', 'tags-unknown'],
      },
    ],
  },
})
