import type {AttributeRule, BlockRule} from './entry.ts'

const container: Readonly<Record<string, AttributeRule>> = {
  args: {to: 'Args'},
  command: {to: 'Command'},
  env: {
    to: 'Env',
    block: 'set',
    key: ['Name'],
    of: {name: {to: 'Name'}, value: {to: 'Value'}},
  },
  image: {to: 'Image'},
  image_pull_policy: {to: 'ImagePullPolicy', computed: true},
  name: {to: 'Name', default: 'Default', computed: true},
  resources: {
    to: 'Resources',
    block: 'single',
    of: {limits: {to: 'Limits'}, requests: {to: 'Requests'}},
  },
  security_context: {
    to: 'SecurityContext',
    block: 'single',
    of: {
      privileged: {to: 'Privileged'},
      read_only_root_file_system: {to: 'ReadOnlyRootFilesystem'},
      run_as_group: {to: 'RunAsGroup', default: 0},
      run_as_non_root: {to: 'RunAsNonRoot'},
      run_as_user: {to: 'RunAsUser', default: 0},
    },
  },
  volume_mounts: {
    to: 'VolumeMounts',
    block: 'list',
    key: ['Name', 'MountPath'],
    of: {
      mount_path: {to: 'MountPath'},
      name: {to: 'Name'},
      read_only: {to: 'ReadOnly'},
    },
  },
}

const volumes: BlockRule = {
  to: 'Volumes',
  block: 'list',
  key: ['Name'],
  of: {
    empty_dir: {
      to: 'EmptyDir',
      block: 'single',
      of: {medium: {to: 'Medium'}, size_limit: {to: 'SizeLimit'}},
    },
    host_path: {to: 'HostPath', block: 'single', of: {path: {to: 'Path'}}},
    name: {to: 'Name', default: 'Default'},
    secret: {
      to: 'Secret',
      block: 'single',
      of: {optional: {to: 'Optional'}, secret_name: {to: 'SecretName'}},
    },
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-batch-jobdefinition-ekspodproperties.html */
export const podProperties: BlockRule = {
  to: 'PodProperties',
  block: 'single',
  of: {
    containers: {to: 'Containers', block: 'list', of: container},
    dns_policy: {to: 'DnsPolicy', computed: true},
    host_network: {to: 'HostNetwork', default: true},
    image_pull_secret: {
      to: 'ImagePullSecrets',
      block: 'list',
      key: ['Name'],
      of: {name: {to: 'Name'}},
    },
    init_containers: {to: 'InitContainers', block: 'list', of: container},
    metadata: {to: 'Metadata', block: 'single', of: {labels: {to: 'Labels'}}},
    service_account_name: {to: 'ServiceAccountName'},
    share_process_namespace: {to: 'ShareProcessNamespace'},
    volumes,
  },
}
