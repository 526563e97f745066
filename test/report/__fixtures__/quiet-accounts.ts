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
