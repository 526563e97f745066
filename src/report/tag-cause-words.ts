import type {TagCause, TagParentKind} from '../model/tag-cause.ts'

interface CauseWords {
  /** A few words, as a heading. */
  readonly title: string
  /** The fix that fits. */
  readonly fix: string
}

export const tagCauseWords = {
  'over-limits': {
    title: 'more than AWS takes',
    fix: 'AWS takes 50 keys of 128 characters and values of 256: take out what nobody uses',
  },
  'not-applied': {title: 'declared, not applied', fix: 'terraform apply sets it'},
  'tag-removed': {
    title: 'removed outside Terraform',
    fix: 'find out who removed it, then terraform apply sets it again',
  },
  'tag-changed': {
    title: 'changed outside Terraform',
    fix: 'find out who changed it, then terraform apply sets it back',
  },
  'variant-key': {
    title: 'key written otherwise',
    fix: 'rename the key: trueup tags fix --write does, and keeps the value',
  },
  'empty-value': {title: 'no value', fix: 'give it a value: trueup tags fix --set KEY=VALUE --overwrite'},
  'forbidden-value': {
    title: 'a placeholder',
    fix: 'replace it by a value that says something: trueup tags fix --set KEY=VALUE --overwrite',
  },
  'value-not-allowed': {title: 'another value than allowed', fix: 'correct the value, or allow it in the policy'},
  'key-not-allowed': {title: 'a key that is not allowed', fix: 'rename or remove the key, or allow it in the policy'},
  'not-propagated': {title: 'not handed on by what made it', fix: 'have what made it hand its tags on'},
  'never-tagged': {title: 'never tagged', fix: 'add it: trueup tags fix plans it, and --write edits the code'},
} satisfies Record<TagCause, CauseWords>

/** How each of these hands its tags on. */
export const propagationWords = {
  'auto-scaling-group':
    'propagate_at_launch = true in the tag block; volumes take tags from tag_specifications of the launch template only',
  'batch-compute-environment': 'tags in compute_resources of the compute environment',
  'ecs-service': 'propagate_tags = "SERVICE" on the service, then a new deployment',
  'eks-node-group': 'a launch template of your own with tag_specifications: tags of a node group stay on it',
  'emr-cluster': 'tags of the cluster, which reach its instances; set again after a resize',
  instance: 'volume_tags, or tags in root_block_device and ebs_block_device',
  'launch-template': 'tag_specifications for instance, volume and network-interface',
  'sagemaker-domain': 'tag_propagation = "ENABLED" on the domain, then new apps',
} satisfies Record<TagParentKind, string>
