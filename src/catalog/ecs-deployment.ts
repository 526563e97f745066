import type {AttributeRule, BlockRule, CompareRule} from './entry.ts'

const hook: BlockRule = {
  to: 'LifecycleHooks',
  block: 'set',
  key: ['HookTargetArn'],
  of: {
    hook_details: {to: 'HookDetails', as: 'jsonDocument'},
    hook_target_arn: {to: 'HookTargetArn'},
    lifecycle_stages: {to: 'LifecycleStages', as: 'set'},
    role_arn: {to: 'RoleArn'},
  },
}

/** 100 and 0 for services that run one task on each instance, where the configuration may not set them. */
const percent = (to: string, value: number): CompareRule => ({to, default: value, computed: true})

/** What CloudFormation gathers in one property and Terraform spreads over several attributes. */
export const deploymentConfiguration: Readonly<Record<string, AttributeRule>> = {
  alarms: {
    to: 'DeploymentConfiguration.Alarms',
    block: 'single',
    of: {
      alarm_names: {to: 'AlarmNames', as: 'set'},
      enable: {to: 'Enable'},
      rollback: {to: 'Rollback'},
    },
  },
  deployment_circuit_breaker: {
    to: 'DeploymentConfiguration.DeploymentCircuitBreaker',
    block: 'single',
    of: {enable: {to: 'Enable'}, rollback: {to: 'Rollback'}},
  },
  deployment_configuration: {
    to: 'DeploymentConfiguration',
    block: 'single',
    computed: true,
    of: {
      bake_time_in_minutes: {to: 'BakeTimeInMinutes', default: 0, computed: true},
      canary_configuration: {
        to: 'CanaryConfiguration',
        block: 'single',
        of: {
          canary_bake_time_in_minutes: {to: 'CanaryBakeTimeInMinutes', default: 10, computed: true},
          canary_percent: {to: 'CanaryPercent', default: 5, computed: true},
        },
      },
      lifecycle_hook: hook,
      linear_configuration: {
        to: 'LinearConfiguration',
        block: 'single',
        of: {
          step_bake_time_in_minutes: {to: 'StepBakeTimeInMinutes', default: 6, computed: true},
          step_percent: {to: 'StepPercent', default: 10, computed: true},
        },
      },
      strategy: {to: 'Strategy', default: 'ROLLING', computed: true},
    },
  },
  deployment_maximum_percent: percent('DeploymentConfiguration.MaximumPercent', 200),
  deployment_minimum_healthy_percent: percent('DeploymentConfiguration.MinimumHealthyPercent', 100),
}
