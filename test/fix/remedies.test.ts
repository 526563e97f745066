import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {describe, expect, it} from 'vitest'

import {loadCatalog} from '../../src/catalog/catalog.ts'
import {isBefore, newest} from '../../src/fix/remedies/version.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import type {Finding, FindingDetail, Subject} from '../../src/model/finding.ts'
import {DeclaredBlocks, remedied} from '../../src/pipeline/remedied.ts'

const hasTerraform = spawnSync('terraform', ['version']).status === 0

const catalog = await loadCatalog()
const place = {partition: 'aws', account: '123456789012', region: 'eu-west-1'}

describe('what a person can do', () => {
  it('imports what is unmanaged, under a free name, by the provider of its place', async () => {
    const found = await remediesFor(
      [unmanaged('jobs'), unmanaged('jobs', 'us-east-1'), unmanaged('jobs', 'ap-south-1')],
      '1.9.0',
    )
    expect(found.map(([first]) => first?.hcl)).toEqual([
      importOf('jobs_2', 'eu-west-1'),
      `import {\n  provider = aws.east\n  to       = aws_sqs_queue.jobs_3\n  id       = "${queue('us-east-1')}"\n}\n`,
      importOf('jobs_4', 'ap-south-1'),
    ])
    expect(found.map(([first]) => first?.caveats)).toEqual([
      ['address-proposed'],
      ['address-proposed'],
      ['address-proposed', 'provider-unknown'],
    ])
    expect(found[0]?.[1]?.command).toEqual(['terraform', 'plan', '-generate-config-out=generated.tf'])
  })

  it('imports by command before there were blocks', async () => {
    const [found] = await remediesFor([unmanaged('jobs')], '1.4.6')
    expect(found).toEqual([
      {
        kind: 'import',
        command: ['terraform', 'import', 'aws_sqs_queue.jobs_2', queue('eu-west-1')],
        caveats: ['address-proposed'],
      },
    ])
  })

  it('makes again, or forgets, what is missing; by a block where the version and the address allow', async () => {
    const [recreate, rm] = [
      ['recreate', 'terraform apply -target=aws_sqs_queue.old'],
      ['forget', 'terraform state rm aws_sqs_queue.old'],
    ]
    expect(await commands('aws_sqs_queue.old', '1.7.0')).toEqual([recreate, ['forget', 'removed {'], rm])
    expect(await commands('aws_sqs_queue.old', '1.6.6')).toEqual([recreate, rm])
    expect(await commands('aws_sqs_queue.old', undefined)).toEqual([recreate, ['forget', 'removed {'], rm])
    expect((await commands('aws_sqs_queue.old["a b"]', '1.11.0')).map(([kind]) => kind)).toEqual(['recreate', 'forget'])
  })

  it('puts back what drifted, and takes into the state what nobody declares or is declared already', async () => {
    const sides = {path: 'VisibilityTimeout', before: 30, after: 60}
    const subject = {address: 'aws_sqs_queue.jobs'}
    const found = await remediesFor([
      finding({code: 'drifted', ...sides}, subject),
      finding({code: 'drifted-undeclared', ...sides}, subject),
      finding({code: 'stale-state', ...sides}, subject),
      finding({code: 'unapplied', ...sides, configured: 90}, subject),
      finding({code: 'conflict', ...sides, configured: 90}, subject),
      finding({code: 'controlled', ...sides, controlledBy: 'Auto Scaling'}, subject),
    ])
    expect(found.map((remedies) => remedies.map(({kind}) => kind))).toEqual([
      ['revert', 'adopt'],
      ['refresh', 'adopt'],
      ['refresh'],
      ['apply'],
      ['revert', 'adopt'],
      [],
    ])
  })

  it('says of a replacement that it is one', async () => {
    const sides = {path: 'FifoQueue', before: true, after: false}
    await catalog.want('AWS::SQS::Queue')
    const subject = {address: 'aws_sqs_queue.jobs', objectType: 'AWS::SQS::Queue'}
    const [[first] = []] = await remediesFor([finding({code: 'drifted', ...sides}, subject)])
    expect(first?.caveats).toEqual(['targeted', 'may-replace'])
  })

  it('runs commands in the folder of the code', async () => {
    const code = {folder: 'infra', resources: [], configuredAt: () => undefined, given: new Map()}
    const [found] = await remedied([unmanaged('jobs')], {states: [], declared: new DeclaredBlocks(), catalog, code})
    expect(found?.remedies?.[0]?.place).toEqual({file: join('infra', 'imports.tf')})
    expect(found?.remedies?.[1]?.command?.[1]).toBe('-chdir=infra')
  })
})

it('versions are compared by number; one that cannot be read is not older', () => {
  expect(isBefore('1.9.8', '1.10.0')).toBe(true)
  expect(isBefore('1.7.0-alpha1', '1.7.0')).toBe(false)
  expect(isBefore('unknown', '1.7.0')).toBe(false)
  expect(newest(['1.9.8', '1.10.0', '1.5.7'])).toBe('1.10.0')
})

describe.skipIf(!hasTerraform)('Terraform takes the blocks', () => {
  it('as they are: formatted, and valid', {timeout: 60_000}, async () => {
    const [imported = [], removed = []] = await remediesFor([
      unmanaged('jobs', 'us-east-1'),
      finding({code: 'missing'}, {address: 'aws_sqs_queue.old'}),
    ])
    const hcl = [...imported, ...removed].flatMap((remedy) => remedy.hcl ?? []).join('\n')
    expect(hcl.match(/^(?:import|removed) \{$/gm)).toEqual(['import {', 'removed {'])
    expect(execFileSync('terraform', ['fmt', '-'], {input: hcl, encoding: 'utf8'})).toBe(hcl)
    // The provider that is built in needs no download; nothing else of the blocks depends on the type.
    const plain = hcl.replaceAll('aws_sqs_queue', 'terraform_data').replace(/ +provider = .*\n/, '')
    expect(validated(`${plain}\nresource "terraform_data" "jobs_2" {}\n`)).toContain('The configuration is valid')
  })
})

function validated(text: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'trueup-remedies-'))
  try {
    writeFileSync(join(directory, 'main.tf'), text)
    const env = {...process.env, TF_CLI_CONFIG_FILE: '', NO_COLOR: '1'}
    const run = (...args: string[]) => execFileSync('terraform', args, {cwd: directory, env, encoding: 'utf8'})
    run('init', '-input=false', '-backend=false')
    return run('validate', '-no-color')
  } finally {
    rmSync(directory, {recursive: true, force: true})
  }
}

const recorded = [declared('jobs', 'eu-west-1'), declared('other', 'us-east-1', 'east')]

async function remediesFor(findings: readonly Finding[], version?: string) {
  const states = [{file: 'a.tfstate', resources: 1, ...(version === undefined ? {} : {terraformVersion: version})}]
  const blocks = new DeclaredBlocks()
  for (const resource of recorded) blocks.add(resource)
  return (await remedied(findings, {states, declared: blocks, catalog})).map(({remedies}) => remedies ?? [])
}

function declared(name: string, region: string, alias?: string): DeclaredResource {
  return {
    origin: 'recorded',
    address: `aws_sqs_queue.${name}`,
    mode: 'managed',
    type: 'aws_sqs_queue',
    name,
    provider: {text: 'aws', ...(alias === undefined ? {} : {alias})},
    tainted: false,
    attributes: {arn: `arn:aws:sqs:${region}:123456789012:${name}`},
    source: {file: 'a.tfstate'},
  }
}

function finding(detail: FindingDetail, subject: Subject): Finding {
  const common = {severity: 'medium', confidence: 'curated', fingerprint: 'f', source: {file: 'a.tfstate'}} as const
  return {...detail, subject, ...common}
}

function queue(region: string): string {
  return `https://sqs.${region}.amazonaws.com/123456789012/jobs`
}

function unmanaged(name: string, region = 'eu-west-1'): Finding {
  return finding({code: 'unmanaged'}, {type: 'aws_sqs_queue', id: queue(region), name, location: {...place, region}})
}

function importOf(name: string, region: string): string {
  return `import {\n  to = aws_sqs_queue.${name}\n  id = "${queue(region)}"\n}\n`
}

async function commands(address: string, version: string | undefined) {
  const [found = []] = await remediesFor([finding({code: 'missing'}, {address})], version)
  return found.map(({kind, command, hcl}) => [kind, command?.join(' ') ?? hcl?.split('\n')[0]])
}
