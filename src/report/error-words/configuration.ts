import type {Words} from '../words.ts'

/** Errors of a configuration that cannot be read at all; what is wrong inside of it is a gap. */
export const configurationErrorWords: Readonly<Record<string, Words>> = {
  'config-not-found': {
    title: 'No configuration there',
    meaning:
      'The directory named as a Terraform configuration does not exist, cannot be read, or holds no .tf, .tf.json or .tofu file.',
    steps: [
      {
        text: 'Name the directory of a root module, the one in which Terraform runs.',
        command: 'trueup inspect --config infra/',
      },
    ],
  },
}
