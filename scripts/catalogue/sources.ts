import {execFileSync} from 'node:child_process'
import {existsSync, globSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** What the generated layer is made from. All are pinned: the same versions give the same bytes. */
const versions = {
  '@aws-cdk/aws-service-spec': '0.1.216',
  '@cdktf/provider-aws': '21.22.1',
  'cfn-lint': '1.58.0',
} as const

export const generatedFrom = Object.entries(versions)
  .map(([name, version]) => `${name} ${version}`)
  .join(', ')

/** Too big for a dev dependency (half a gigabyte), and needed only when the catalogue is made anew. */
const cache = fileURLToPath(new URL('../../.catalogue', import.meta.url))

/** Folder of the provider package: one `lib/<resource>/index.js` for each resource. */
export function providerPackage(): string {
  const name = '@cdktf/provider-aws'
  return unpacked(name, () => {
    const file = execFileSync('npm', ['pack', '--silent', `${name}@${versions[name]}`], {cwd: cache, encoding: 'utf8'})
    mkdirSync(join(cache, 'provider-aws'), {recursive: true})
    execFileSync('tar', ['xzf', file.trim(), '-C', 'provider-aws', '--strip-components=1'], {cwd: cache})
    return join(cache, 'provider-aws')
  })
}

/** What the specification of the AWS CDK knows beyond the schemas: ARN templates, and which properties are policies. */
export interface SpecResource {
  readonly cloudFormationType: string
  readonly arnTemplate?: string
  readonly properties: Readonly<Record<string, {readonly scrutinizable?: string}>>
}

export function specification(): ReadonlyMap<string, SpecResource> {
  const name = '@aws-cdk/aws-service-spec'
  const folder = unpacked(name, () => {
    const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefix', cache, '--no-save']
    execFileSync('npm', ['install', ...options, `${name}@${versions[name]}`], {stdio: 'inherit'})
    return join(cache, 'node_modules')
  })
  const library = createRequire(join(folder, 'of-the-specification.js'))(name) as {
    loadAwsServiceSpecSync(): {all(entity: 'resource'): readonly SpecResource[]}
  }
  const resources = library.loadAwsServiceSpecSync().all('resource')
  return new Map(resources.map((resource) => [resource.cloudFormationType, resource]))
}

/**
 * CloudFormation registry schemas, from a folder (AWS publishes them as CloudformationSchema.zip:
 * https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schemas.html), else those that cfn-lint carries.
 */
export function registrySchemas(folder: string | undefined): readonly unknown[] {
  const files = globSync(join(folder ?? linterSchemas(), '*.json')).toSorted()
  return files.map((file): unknown => JSON.parse(readFileSync(file, 'utf8')))
}

function linterSchemas(): string {
  const name = 'cfn-lint'
  const folder = unpacked(name, () => {
    const wheel = `cfn_lint-${versions[name]}-py3-none-any.whl`
    execFileSync('python3', ['-m', 'pip', 'download', '--no-deps', '-d', cache, `${name}==${versions[name]}`])
    execFileSync('python3', ['-m', 'zipfile', '-e', join(cache, wheel), join(cache, name)])
    return join(cache, name)
  })
  return join(folder, 'cfnlint/data/schemas/resources')
}

/** Fetched once a version: a file tells that it was, and where to. */
function unpacked(name: keyof typeof versions, fetch: () => string): string {
  const mark = join(cache, `${name.replaceAll('/', '+')}@${versions[name]}`)
  if (existsSync(mark)) return readFileSync(mark, 'utf8')
  mkdirSync(cache, {recursive: true})
  const folder = fetch()
  writeFileSync(mark, folder)
  return folder
}
