import type {Words} from '../words.ts'

const pull = 'terraform state pull | trueup scan --state -'

/** Errors of states that are kept in a store. */
export const stateStoreErrorWords: Readonly<Record<string, Words>> = {
  'state-header-invalid': {
    title: 'Header without a value',
    meaning: 'A header for states over HTTP is a name, a colon and a value.',
    steps: [
      {
        text: 'Quote it, so that the value is taken from the environment and stays out of process lists.',
        command: "trueup scan --state https://gitlab.com/state/prod --state-header 'PRIVATE-TOKEN:$TOKEN'",
      },
    ],
  },
  'state-store-client': {
    title: 'Client of a cloud not installed',
    meaning:
      'States in Google Cloud Storage and Azure Blob Storage are read by the clients of these clouds, which trueup does not bring along.',
    steps: [
      {text: 'Install the one that is needed, beside trueup.', command: 'npm install @google-cloud/storage'},
      {text: 'Or read the state through Terraform.', command: pull},
    ],
  },
  'state-store-denied': {
    title: 'State may not be read',
    meaning:
      'The store refused the credentials, or there were none. Credentials for states and for the scan may differ.',
    steps: [
      {
        text: 'Name a profile or a role that may read the bucket.',
        command: 'trueup scan --state s3://states/prod.tfstate --state-profile platform',
      },
      {text: 'For HCP Terraform, sign in.', command: 'terraform login'},
    ],
  },
  'state-store-failed': {
    title: 'State store failed',
    meaning: 'The store could not be reached, or answered with an error of its own; it was asked more than once.',
    steps: [{text: 'Try again later, or read the state through Terraform.', command: pull}],
  },
  'state-store-incomplete': {
    title: 'Backend said in part',
    meaning:
      'The backend block leaves something to `terraform init -backend-config`, to a variable or to the workspace, and `terraform init` did not run in this directory.',
    steps: [
      {text: 'Initialise the directory.', command: 'terraform init'},
      {text: 'Or name the state.', command: 'trueup scan --state s3://states/prod.tfstate'},
    ],
  },
  'state-store-key-denied': {
    title: 'Key of a state may not be used',
    meaning:
      'The bucket lets the state be read, but it is encrypted with a key in AWS KMS, which takes kms:Decrypt on that key as well.',
    steps: [
      {
        text: 'Grant kms:Decrypt on the key that the error names to who reads the state. A key of another account also has to allow it in its own policy, and nothing helps against a policy that denies it.',
      },
      {
        text: 'With a role that may, have the statement printed.',
        command: 'trueup permissions --state s3://states/prod.tfstate --state-role ROLE',
      },
    ],
  },
  'state-store-missing': {
    title: 'No state there',
    meaning: 'The bucket, object, workspace or file does not exist. A workspace that was never applied has no state.',
    steps: [{text: 'See which workspace is meant.', command: 'terraform workspace show'}],
  },
  'state-store-unknown': {
    title: 'Backend that trueup does not read',
    meaning:
      'States are read from files, S3, HTTP, HCP Terraform and Terraform Enterprise, Google Cloud Storage and Azure.',
    steps: [{text: 'Read the state through Terraform.', command: pull}],
  },
  'state-url-invalid': {
    title: 'URL of no state',
    meaning: 'The URL names no store that trueup reads, or lacks a part.',
    steps: [{text: 'Name the state.', command: 'trueup scan --state s3://states/prod.tfstate'}],
  },
}
