import type {GapReason} from '../model/gap.ts'
import type {Words} from './words.ts'

/** The words of every reason why something could not be looked at; `trueup explain gap-REASON` prints them. */
export const gapWords = {
  denied: {
    title: 'Access denied',
    meaning:
      'AWS refused a call, so what it would have answered was not looked at. Nothing is said of the resources behind it: neither that they match nor that they are missing.',
    steps: [
      {
        text: 'Grant the action that the gap names. This prints the least policy for a scan.',
        command: 'trueup permissions',
      },
      {
        text: 'If the role has the permission, a service control policy, a permissions boundary or a session policy takes it away: the detail of the gap says which, where AWS does.',
      },
    ],
  },
  throttled: {
    title: 'Throttled',
    meaning:
      'AWS limits calls by API, account and region, and kept refusing after all retries. The rest of the scan went on without the answer.',
    steps: [
      {text: 'Run the scan again, at a time when fewer tools call the same account.'},
      {text: 'Scan fewer regions in one run with --region.'},
      {text: 'Switch AWS Config on for the types: one of its calls answers for a hundred objects.'},
    ],
  },
  'timed-out': {
    title: 'Timed out',
    meaning: 'No answer came in time. The network may be slow, or an endpoint unreachable from here.',
    steps: [
      {text: 'Check that the endpoint can be reached: proxy, VPC endpoint, AWS_ENDPOINT_URL.'},
      {text: 'Run the scan again.'},
    ],
  },
  failed: {
    title: 'Failed',
    meaning:
      'A call to AWS ended in an error that is neither a refusal nor a limit. The detail of the gap holds what AWS said.',
    steps: [
      {text: 'Run the scan again: errors on the side of AWS pass.'},
      {text: 'If it stays, look the error up in the documentation of the action that the gap names.'},
    ],
  },
  'region-off': {
    title: 'Region not enabled',
    meaning:
      'The account has not opted in to the region, so AWS answers no call there. A state that declares resources there is older than the opt-out, or belongs to another account.',
    steps: [
      {
        text: 'See which regions the account has.',
        command: 'aws account list-regions --region-opt-status-contains ENABLED ENABLED_BY_DEFAULT',
      },
      {text: 'Leave the region out with --region, or enable it.'},
    ],
  },
  'not-recorded': {
    title: 'Not recorded',
    meaning:
      'The configuration recorder of this account and region is off, or leaves this type or a property of it out, so AWS Config cannot tell what is there, and no other reader of this run could. For Resource Explorer: no index is on, so types that nothing else lists are compared where they are declared, and not searched for.',
    steps: [
      {
        text: 'Where AWS Config is asked: add the type to the recorder, or record all supported types.',
        command: 'aws configservice describe-configuration-recorders',
      },
      {text: 'Give an aggregator that covers the account.'},
    ],
  },
  'not-read': {
    title: 'Not read',
    meaning:
      'No reader of this scan looked at the type in this place: the snapshot does not cover it, or the scan was restricted to other regions or accounts.',
    steps: [
      {text: 'Scan with the regions and accounts that the states use.'},
      {
        text: 'If a snapshot was used, take it again with the same states, so that it covers what they declare.',
        command: 'trueup snapshot --state PATH',
      },
    ],
  },
  stale: {
    title: 'Too old',
    meaning:
      'The answer may be older than what it is compared with: AWS Config records the type once a day, and what differs could not be confirmed by a fresh read.',
    steps: [
      {
        text: 'Let the scan read the type itself: --live auto with the permissions that this prints.',
        command: 'trueup permissions',
      },
      {text: 'If a snapshot was used, take a new one.', command: 'trueup snapshot'},
    ],
  },
  'unsupported-type': {
    title: 'Type not supported',
    meaning:
      'The catalogue does not know the Terraform type, or no reader knows its AWS object, or can list what there is of it. What the state declares of it was counted, and compared with nothing.',
    steps: [
      {text: 'See what else the states hold, by type.', command: 'trueup inspect --state PATH'},
      {text: 'See what is known of the type, and who reads it.', command: 'trueup types TYPE'},
      {text: 'Ask for the type, or add it: one file and its fixtures (CONTRIBUTING.md).'},
    ],
  },
  'location-unknown': {
    title: 'Account or region unknown',
    meaning:
      'Neither the resource, its state nor the provider configuration tells in which account or region the object lives. trueup does not guess.',
    steps: [
      {text: 'Give the region with --region, and credentials of the account.'},
      {
        text: 'Refresh the state with a newer AWS provider (6.0 and later record the region).',
        command: 'terraform apply -refresh-only',
      },
    ],
  },
  'identity-unknown': {
    title: 'Identity unknown',
    meaning:
      'The state holds no identifier by which the object could be found: the resource was tainted, only partly created, or written by a provider that stores it elsewhere.',
    steps: [
      {text: 'Look at the resource in the state.', command: "terraform state show 'ADDRESS'"},
      {text: 'Refresh the state.', command: 'terraform apply -refresh-only'},
    ],
  },
  ambiguous: {
    title: 'Ambiguous',
    meaning:
      'More than one live object fits the declared one, and nothing tells which it is. Comparing with the wrong one would report false drift.',
    steps: [
      {
        text: 'Read the candidates that the gap names, and make the identifiers in the state complete (a refresh does, with newer providers).',
        command: 'terraform apply -refresh-only',
      },
    ],
  },
  'price-unknown': {
    title: 'Price unknown',
    meaning:
      'The price list has no on-demand price for the instance type in this region, so the instance is counted but is in no total. The true spend is higher than what is shown.',
    steps: [
      {
        text: 'Ask the AWS price list with --prices aws; types that are sold only as capacity blocks or on request have none.',
      },
      {text: 'Update trueup: prices come with each release, and the report prints their date.'},
    ],
  },
  'accelerator-unknown': {
    title: 'Accelerator unknown',
    meaning:
      'The instance type looks like one with accelerators, and the catalogue does not know which and how many. It is in no count and in no total.',
    steps: [
      {text: 'See what AWS says of it.', command: 'aws ec2 describe-instance-types --instance-types TYPE'},
      {text: 'Update trueup: the list of instance types comes with each release.'},
    ],
  },
  'tags-unknown': {
    title: 'Tags unknown',
    meaning:
      'The reader that answered could not see the tags of these objects, which is not the same as having none. Tag rules were not applied to them.',
    steps: [{text: 'Grant tag:GetResources; this prints the least policy for a scan.', command: 'trueup permissions'}],
  },
  'unreadable-input': {
    title: 'Input not readable',
    meaning:
      'A part of an input could not be read, and the rest was. What it declares was compared with nothing, and what it owns may show up as unmanaged.',
    steps: [
      {text: 'Open the file at the place that the gap names, and restore it from the backend or from its versions.'},
    ],
  },
} satisfies Record<GapReason, Words>
