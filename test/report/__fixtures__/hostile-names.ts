import {Unknown} from '../../../src/model/value.ts'
import {declared, finding, ireland, report} from './build.ts'

/** Clears the screen, sets the window's title, writes a link, and rings. */
const escapes = '\u001B[2J\u001B]0;owned\u0007\u001B]8;;https://example.com\u001B\\click\u009B31m'
/** `admin` to the eye, by an override of the direction. */
const reversed = 'user\u202Enimda\u2066'
const wide = '日本語のキュー👩‍👩‍👧‍👦é🇩🇪'

/** For pages, comments, annotations and XML. */
const markup =
  '<script>alert(1)</script><img src=x onerror=alert(1)> ]]> &lt; @octocat #1 ![x](javascript:alert(1)) | `x` \n::error::forged'

const queue = declared(`aws_sqs_queue.jobs["${escapes}"]`, `jobs\r\nForged: clean`)
const topic = declared(
  `module.a_module_with_a_name_that_is_long["production"].module.nested_deeply_within["eu-west-1"].module.and_once_more[0].aws_sns_topic.notifications_for_everyone["the-key"]`,
  'notifications',
)

function policy(statements: number, changed: number): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: Array.from({length: statements}, (_, at) => ({
      Sid: `Statement${at}`,
      Effect: at === changed ? 'Deny' : 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: `arn:aws:s3:::acme-datasets-${at}/*`,
    })),
  })
}

const userData = Array.from({length: 60}, (_, at) => `echo step ${at}`)

export const hostileNames = report({
  inputs: {
    states: Array.from({length: 7}, (_, at) => ({file: `states/${reversed}-${at}.tfstate`, resources: at})),
    live: {kind: 'aws', name: 'AWS Config', objects: 0},
    policies: [],
  },
  findings: [
    finding('high', queue, {code: 'drifted', path: `Tags.${reversed}`, before: escapes, after: `${wide}\u0000`}),
    finding('high', queue, {code: 'tag-value-invalid', key: escapes, value: reversed, pattern: '^[a-z]+$', on: 'live'}),
    finding('medium', queue, {code: 'tag-missing', key: `${wide}\n`, on: 'live', message: `see ${escapes}`}),
    finding('medium', topic, {
      code: 'drifted',
      path: 'DisplayName',
      before: wide,
      after: `${wide}${wide}${wide}${wide}`,
    }),
    finding(
      'medium',
      topic,
      {code: 'drifted', path: 'Policy', before: policy(26, -1), after: policy(26, 13)},
      {owner: 'aws_sns_topic_policy.notifications: policy'},
    ),
    finding('medium', topic, {
      code: 'drifted',
      path: 'DeliveryPolicy.AttributeWithAnUncommonlyLongNameOfWhichThereAreAFewInTheSchemas[Key=value].Nested',
      before: null,
      after: ['a', 'b'],
    }),
    finding('low', topic, {
      code: 'drifted',
      path: 'KmsKeyId',
      before: new Unknown('known after apply'),
      after: 'k'.repeat(3000),
    }),
    finding('low', topic, {
      code: 'drifted',
      path: 'UserData',
      before: userData.join('\n'),
      after: userData.with(7, `echo step 7 ${escapes}`).with(40, 'x'.repeat(500)).join('\n'),
    }),
    finding('low', declared(`aws_s3_bucket.b["${markup}"]`, markup), {
      code: 'drifted',
      path: `Tags.${markup}`,
      before: '=HYPERLINK("https://example.com/?x="&A1,"click")',
      after: markup,
    }),
    finding('low', declared('aws_s3_bucket.c', '+1+1|cmd'), {
      code: 'tag-value-invalid',
      key: '@SUM(1)',
      value: '-2+3',
      pattern: '^[a-z]+$',
      on: 'live',
      message: markup,
    }),
    finding('low', topic, {code: 'drifted-undeclared', path: 'Signature', before: undefined, after: policy(26, 0)}),
    finding(
      'info',
      {objectType: 'AWS::S3::Bucket', id: reversed, name: escapes, location: ireland},
      {code: 'owned-elsewhere', ownedBy: escapes, evidence: reversed},
    ),
  ],
  gaps: [
    {
      reason: 'failed',
      type: 'AWS::SNS::Topic',
      location: ireland,
      detail: `InternalError: ${escapes} ${'very '.repeat(60)}long`,
      hides: {count: 5000, examples: [escapes, reversed, wide, 'another']},
    },
  ],
})
