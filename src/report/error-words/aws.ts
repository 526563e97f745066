import type {Words} from '../words.ts'

/** Errors of the session with AWS, before anything is read. */
export const awsErrorWords: Readonly<Record<string, Words>> = {
  'aws-certificate-untrusted': {
    title: 'Certificate of the AWS endpoint not trusted',
    meaning:
      'The connection to AWS was refused because the certificate is signed by an authority that this machine does not know. Proxies that look into TLS traffic cause this.',
    steps: [{text: "Name the proxy's certificate authority.", command: 'export NODE_EXTRA_CA_CERTS=/path/to/ca.pem'}],
  },
  'aws-clock-skew': {
    title: 'Clock of this machine is wrong',
    meaning: 'AWS refuses signed requests whose time is more than some minutes off its own.',
    steps: [{text: 'Set the clock, best by NTP, and run again.'}],
  },
  'aws-credentials-invalid': {
    title: 'AWS credentials not valid',
    meaning:
      'AWS does not know the access key, or the secret does not belong to it: deleted, mistyped, or of another partition (China, GovCloud).',
    steps: [{text: 'Ask AWS who you are with the same profile.', command: 'aws sts get-caller-identity'}],
  },
  'aws-credentials-missing': {
    title: 'No AWS credentials',
    meaning:
      'Credentials were looked for where every AWS tool looks: environment, shared configuration files, web identity, container and instance roles. None of these has any.',
    steps: [
      {text: 'Sign in, or name a profile with --profile.', command: 'aws sso login'},
      {
        text: 'Without access to AWS, scan against a snapshot that somebody else took.',
        command: 'trueup scan --state PATH --snapshot FILE',
      },
    ],
  },
  'aws-failed': {
    title: 'AWS could not answer',
    meaning: 'The very first call, which asks AWS who is calling, failed, so nothing could be read.',
    steps: [{text: 'Run again; see https://health.aws.amazon.com/health/status if it stays.'}],
  },
  'aws-mfa-needed': {
    title: 'Multi-factor code needed',
    meaning:
      'The profile demands a code from a device, and trueup does not ask for one: it runs where nobody can type.',
    steps: [
      {
        text: 'Get session credentials with another tool, and run trueup with them.',
        command: 'aws sts get-session-token --serial-number ARN --token-code CODE',
      },
    ],
  },
  'aws-profile-unusable': {
    title: 'AWS profile cannot be used',
    meaning:
      'The profile is not in the configuration files, or what it refers to (a source profile, a process, a session) yields no credentials.',
    steps: [{text: 'See which profiles there are.', command: 'aws configure list-profiles'}],
  },
  'aws-region-missing': {
    title: 'No AWS region',
    meaning: 'Neither flags, environment nor profile say which region to call.',
    steps: [{text: 'Pass --region, or set AWS_REGION.', command: 'export AWS_REGION=eu-west-1'}],
  },
  'aws-role-denied': {
    title: 'Role cannot be assumed',
    meaning:
      'AWS does not let these credentials assume the role: its trust policy does not name them, the external id differs, sts:AssumeRole is not granted, or the ARN is wrong. AWS does not say which.',
    steps: [{text: 'Try the same by hand.', command: 'aws sts assume-role --role-arn ARN --role-session-name test'}],
  },
  'aws-sso-expired': {
    title: 'AWS SSO session expired',
    meaning: 'The session of IAM Identity Center has ended; it lasts some hours.',
    steps: [{text: 'Sign in again.', command: 'aws sso login --profile PROFILE'}],
  },
  'aws-throttled': {
    title: 'AWS throttles the first call',
    meaning:
      'AWS kept refusing the call that asks who is calling, after all retries. Other tools may use up the limit of the account.',
    steps: [{text: 'Wait a minute and run again.'}],
  },
  'aws-token-expired': {
    title: 'AWS credentials expired',
    meaning: 'Session credentials are good for a limited time, and these are past it.',
    steps: [{text: 'Get new ones where these came from, and run again.'}],
  },
  'aws-unreachable': {
    title: 'AWS cannot be reached',
    meaning:
      'No connection came about: no network, a name that does not resolve, a proxy in between, or an AWS_ENDPOINT_URL that nobody listens on.',
    steps: [
      {
        text: 'Check HTTPS_PROXY and AWS_ENDPOINT_URL, and try the same with another tool.',
        command: 'aws sts get-caller-identity',
      },
    ],
  },
  'aggregator-unknown': {
    title: 'Aggregator unknown',
    meaning: 'No AWS Config aggregator of the name is in the account and the regions that the run starts from.',
    steps: [
      {text: 'See which there are.', command: 'aws configservice describe-configuration-aggregators --region REGION'},
      {text: 'Name it by its ARN, which tells its region.'},
    ],
  },
  'role-invalid': {
    title: 'Role invalid',
    meaning: 'What --role names is neither the ARN of a role, nor a name, nor a template of one.',
    steps: [
      {text: 'Write the ARN of one role: arn:aws:iam::111122223333:role/reader.'},
      {text: 'For a role that every account has, write its name, or arn:{partition}:iam::{account}:role/NAME.'},
    ],
  },
  'session-name-invalid': {
    title: 'Session name invalid',
    meaning: 'AWS takes no such name for the session of a role; CloudTrail would show it as who read.',
    steps: [{text: 'Write 2 to 64 letters, digits or characters of +=,.@-_ after --session-name.'}],
  },
  'organization-unreadable': {
    title: 'Organisation not readable',
    meaning:
      'The accounts of the organisation could not be listed, so it is not known what to read. Only its management account and delegated administrators may ask.',
    steps: [
      {text: 'Run with credentials of one of these accounts.', command: 'aws organizations describe-organization'},
      {text: 'Name the accounts with --account instead.'},
    ],
  },
  'region-invalid': {
    title: 'Region invalid',
    meaning: 'What --region names is not made like the name of a region, so AWS was not asked about it.',
    steps: [
      {text: 'Write the name, not the place: eu-central-1. Repeat --region for several, or write all.'},
      {text: 'See which regions there are.', command: 'aws account list-regions --query "Regions[].RegionName"'},
    ],
  },
  'region-unknown': {
    title: 'Region unknown',
    meaning:
      'AWS lists no region of the name that --region has, in the partition of the credentials. Nothing was read: what is in no region would look as if it were gone.',
    steps: [
      {text: 'See which regions there are.', command: 'aws account list-regions --query "Regions[].RegionName"'},
      {text: 'For China and GovCloud, sign in with credentials of that partition.'},
    ],
  },
  'regions-unreadable': {
    title: 'Regions not readable',
    meaning: 'With --region all the regions that are enabled have to be listed, and neither API that does so answered.',
    steps: [
      {text: 'Grant account:ListRegions or ec2:DescribeRegions.', command: 'trueup permissions'},
      {text: 'Name the regions, each with --region.'},
    ],
  },
}
