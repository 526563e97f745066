import type {TerraformType} from './entry.ts'
import {crawlerTargets} from './glue-crawler-targets.ts'
import {within} from './within.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-crawler.html */
export const entry = {
  type: 'aws_glue_crawler',
  confidence: 'curated',
  objectType: 'AWS::Glue::Crawler',
  role: 'object',
  identity: [['name'], ['id']],
  attributes: {
    ...within('Targets', crawlerTargets),
    classifiers: {to: 'Classifiers'},
    configuration: {to: 'Configuration', as: 'jsonDocument'},
    database_name: {to: 'DatabaseName'},
    description: {to: 'Description'},
    lake_formation_configuration: {
      to: 'LakeFormationConfiguration',
      block: 'single',
      computed: true,
      of: {
        account_id: {to: 'AccountId', computed: true},
        use_lake_formation_credentials: {to: 'UseLakeFormationCredentials'},
      },
    },
    lineage_configuration: {skip: 'not-visible', because: 'not in the CloudFormation schema of the type'},
    name: {to: 'Name'},
    recrawl_policy: {
      to: 'RecrawlPolicy',
      block: 'single',
      computed: true,
      of: {recrawl_behavior: {to: 'RecrawlBehavior', default: 'CRAWL_EVERYTHING'}},
    },
    role: {to: 'Role', as: 'arnOrName'},
    schedule: {to: 'Schedule.ScheduleExpression'},
    schema_change_policy: {
      to: 'SchemaChangePolicy',
      block: 'single',
      computed: true,
      of: {
        delete_behavior: {to: 'DeleteBehavior', default: 'DEPRECATE_IN_DATABASE'},
        update_behavior: {to: 'UpdateBehavior', default: 'UPDATE_IN_DATABASE'},
      },
    },
    security_configuration: {to: 'CrawlerSecurityConfiguration'},
    table_prefix: {to: 'TablePrefix'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:glue:{region}:{account}:crawler/{id}',
    severity: {CrawlerSecurityConfiguration: 'high', Role: 'high', SchemaChangePolicy: 'high'},
  },
} satisfies TerraformType
