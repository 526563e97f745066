/**
 * Categories of FOCUS (https://focus.finops.org/focus-specification/v1-2/#servicecategory) by AWS product code. Which service belongs where
 * is each provider's choice; what is not listed is `Other`. Patterns are for RE2.
 */
export const serviceCategories: readonly {readonly category: string; readonly products: string}[] = [
  {
    category: 'AI and Machine Learning',
    products:
      '^(?:AmazonSageMaker|AmazonBedrock|AmazonRekognition|AmazonTextract|AmazonPolly|AmazonTranscribe|comprehend|translate)',
  },
  {
    category: 'Analytics',
    products: '^(?:AmazonAthena|AWSGlue|ElasticMapReduce|AmazonKinesis|AmazonES|AmazonQuickSight|AmazonMSK)',
  },
  {
    category: 'Compute',
    products: '^(?:AmazonEC2$|AWSLambda|AmazonLightsail|AWSBatch|ComputeSavingsPlans|AmazonEKS|AmazonECS|AmazonECR)',
  },
  {
    category: 'Databases',
    products: '^(?:AmazonRDS|AmazonDynamoDB|AmazonElastiCache|AmazonRedshift|AmazonDocDB|AmazonNeptune|AmazonMemoryDB)',
  },
  {category: 'Business Applications', products: '^(?:AmazonWorkSpaces|AmazonAppStream)'},
  {
    category: 'Management and Governance',
    products:
      '^(?:AmazonCloudWatch|AWSCloudTrail|AWSConfig|AWSSystemsManager|AWSSupport|OCBPremiumSupport|AWSPremiumSupport)',
  },
  {
    category: 'Networking',
    products: '^(?:AmazonVPC|AmazonCloudFront|AmazonRoute53|AWSELB|AWSDataTransfer|AWSDirectConnect|AmazonRegistrar)',
  },
  {
    category: 'Security',
    products:
      '^(?:awskms|AWSSecretsManager|AmazonGuardDuty|AmazonInspector|awswaf|AWSSecurityHub|AWSCertificateManager)',
  },
  {category: 'Storage', products: '^(?:AmazonS3|AmazonEFS|AmazonFSx|AWSBackup|AmazonGlacier)'},
]
