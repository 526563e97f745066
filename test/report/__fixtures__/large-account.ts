import type {Finding} from '../../../src/model/finding.ts'
import {declared, finding, ireland, report} from './build.ts'

const severities = ['high', 'medium', 'low'] as const

/** Findings of many codes on few types, as a first scan of a large account gives. */
export function largeAccount(count: number): ReturnType<typeof report> {
  return report({findings: Array.from({length: count}, (_, at) => findingAt(at))})
}

function findingAt(at: number): Finding {
  const severity = severities[at % severities.length] ?? 'low'
  const queue = declared(`aws_sqs_queue.jobs[${at}]`, `jobs-${at}`)
  switch (at % 5) {
    case 0:
      return finding(severity, queue, {code: 'drifted', path: 'DelaySeconds', before: 0, after: at + 1})
    case 1:
      return finding(severity, queue, {code: 'tag-missing', key: 'Owner', on: 'declared'})
    case 2:
      return finding(severity, queue, {code: 'missing'})
    case 3:
      return finding(
        severity,
        {type: 'aws_sqs_queue', objectType: 'AWS::SQS::Queue', id: `by-hand-${at}`, location: ireland},
        {code: 'unmanaged'},
      )
    default:
      return finding(
        'info',
        {
          type: 'aws_iam_role',
          objectType: 'AWS::IAM::Role',
          id: `role-${at}`,
          location: {...ireland, region: 'global'},
        },
        {
          code: 'owned-elsewhere',
          ownedBy: `CloudFormation stack ${at % 60}`,
          evidence: 'tag aws:cloudformation:stack-name',
        },
      )
  }
}
