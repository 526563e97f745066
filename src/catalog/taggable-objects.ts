import data from './data/taggable-objects.json' with {type: 'json'}

const objects: ReadonlyMap<string, string> = new Map(Object.entries(data))

/** AWS Config has names of its own for some types of CloudFormation. */
const byConfig: Readonly<Record<string, string>> = {'AWS::CertificateManager::Certificate': 'AWS::ACM::Certificate'}

/** What AWS Config calls the objects of a taggable Terraform type; undefined where the catalogue does not know. */
export function configTypeOf(terraformType: string): string | undefined {
  const type = objects.get(terraformType)
  return type === undefined ? undefined : (byConfig[type] ?? type)
}

const byConfigType = Map.groupBy(objects.keys(), (type) => configTypeOf(type) ?? '')

/** Taggable Terraform types whose objects AWS Config calls so, sorted. */
export function taggableTypesMaking(configType: string): readonly string[] {
  return byConfigType.get(configType) ?? []
}
