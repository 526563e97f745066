import {
  CreateDatabaseCommand,
  CreateJobCommand,
  DeleteJobCommand,
  GlueClient,
  UpdateDatabaseCommand,
} from '@aws-sdk/client-glue'

import {settings} from '../moto.ts'
import {region} from '../scan.ts'
import {account, tagAttributes, tags, type Maker} from './made.ts'

const glue = new GlueClient(settings)
const role = `arn:aws:iam::${account}:role/jobs`

export const glueDatabase: Maker = {
  type: 'AWS::Glue::Database',
  make: async (name) => {
    const input = {Name: name, Description: 'What people clicked', Parameters: {owner: 'data'}}
    await glue.send(new CreateDatabaseCommand({DatabaseInput: input, Tags: tags}))
    return {
      id: name,
      resource: {
        type: 'aws_glue_catalog_database',
        name,
        attributes: {
          ...tagAttributes,
          id: `${account}:${name}`,
          arn: `arn:aws:glue:${region}:${account}:database/${name}`,
          catalog_id: account,
          create_table_default_permission: [],
          description: 'What people clicked',
          federated_database: [],
          location_uri: '',
          name,
          parameters: {owner: 'data'},
          target_database: [],
        },
      },
      change: async () => {
        const DatabaseInput = {...input, Parameters: {owner: 'nobody'}}
        return glue.send(new UpdateDatabaseCommand({Name: name, DatabaseInput}))
      },
      finding: 'drifted DatabaseInput.Parameters.owner',
    }
  },
}

export const glueJob: Maker = {
  type: 'AWS::Glue::Job',
  make: async (name) => {
    const script = `s3://scripts/${name}.py`
    const job = {
      Name: name,
      Role: role,
      GlueVersion: '4.0',
      WorkerType: 'G.1X',
      NumberOfWorkers: 4,
      Timeout: 60,
      Command: {Name: 'glueetl', ScriptLocation: script, PythonVersion: '3'},
      ExecutionProperty: {MaxConcurrentRuns: 1},
      Tags: tags,
    } as const
    await glue.send(new CreateJobCommand(job))
    return {
      id: name,
      resource: {
        type: 'aws_glue_job',
        name,
        attributes: {
          ...tagAttributes,
          id: name,
          arn: `arn:aws:glue:${region}:${account}:job/${name}`,
          command: [{name: 'glueetl', python_version: '3', runtime: '', script_location: script}],
          connections: null,
          default_arguments: null,
          description: '',
          execution_class: 'STANDARD',
          execution_property: [{max_concurrent_runs: 1}],
          glue_version: '4.0',
          job_run_queuing_enabled: false,
          maintenance_window: '',
          max_capacity: 0,
          max_retries: 0,
          name,
          non_overridable_arguments: null,
          notification_property: [],
          number_of_workers: 4,
          role_arn: role,
          security_configuration: '',
          timeout: 60,
          worker_type: 'G.1X',
        },
      },
      // moto has no UpdateJob.
      change: async () => {
        await glue.send(new DeleteJobCommand({JobName: name}))
        await glue.send(new CreateJobCommand({...job, NumberOfWorkers: 40}))
      },
      finding: 'drifted NumberOfWorkers',
    }
  },
}
