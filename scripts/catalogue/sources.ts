import {execFileSync} from 'node:child_process'
import {existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync} from 'node:fs'
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
  return unpacked('@cdktf/provider-aws', (folder, release) => {
    const options = ['--silent', '--pack-destination', folder]
    const archive = execFileSync('npm', ['pack', ...options, release], {encoding: 'utf8'}).trim()
    execFileSync('tar', ['xzf', archive, '--strip-components=1'], {cwd: folder})
    rmSync(join(folder, archive))
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
  const folder = unpacked(name, (prefix, release) => {
    const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-save', '--prefix', prefix]
    execFileSync('npm', ['install', ...options, release], {stdio: 'inherit'})
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
  const folder = unpacked('cfn-lint', (to) => {
    const release = `cfn-lint==${versions['cfn-lint']}`
    execFileSync('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:', '-d', to, release])
    const [wheel = ''] = globSync(join(to, '*.whl'))
    execFileSync('python3', ['-m', 'zipfile', '-e', wheel, to])
    rmSync(wheel)
  })
  return join(folder, 'cfnlint/data/schemas/resources')
}

/** Fetched once a version, and moved into place when whole: an interrupted download, or an older version, is never read. */
function unpacked(name: keyof typeof versions, fetch: (folder: string, release: string) => void): string {
  const release = `${name}@${versions[name]}`
  const folder = join(cache, release.replaceAll('/', '+'))
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.part`
  rmSync(unfinished, {recursive: true, force: true})
  mkdirSync(unfinished, {recursive: true})
  fetch(unfinished, release)
  renameSync(unfinished, folder)
  return folder
}
