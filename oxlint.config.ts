import type {OxlintOverride} from 'oxlint'
import {defineConfig} from 'oxlint'

/** What the pipeline puts together. */
const stages = [
  'model',
  'catalog',
  'aws',
  'backends',
  'declared',
  'live',
  'join',
  'drift',
  'tags',
  'spend',
  'billing',
  'select',
  'fix',
  'history',
  'notify',
] as const

/**
 * The layers of src/README.md as rules: what each folder (or file) of src/ may import, and why. Whatever needs another one is in
 * the wrong place, or the thing it needs is. `test/architecture.test.ts` proves that each rule bites.
 */
const layers = {
  model: {may: [], because: 'the vocabulary stands alone'},
  catalog: {may: ['model'], because: 'facts are data: they know the vocabulary and nothing that uses them'},
  aws: {
    may: ['model', 'errors'],
    io: ['fs', 'aws'],
    because: 'sessions, limits and failures of calls are the same for whoever calls',
  },
  files: {may: ['errors'], io: ['fs'], because: 'a file is written whole in one way, whoever writes it'},
  backends: {
    may: ['model', 'errors', 'aws'],
    io: ['fs', 'aws'],
    because: 'a state store gives bytes; what they mean is for declared to say',
  },
  declared: {may: ['model', 'catalog', 'errors'], io: ['fs'], because: 'Terraform is read without a thought of AWS'},
  live: {
    may: ['model', 'catalog', 'errors', 'aws', 'files'],
    io: ['fs', 'aws'],
    because: 'AWS is read without a thought of Terraform',
  },
  join: {
    may: ['model', 'catalog'],
    because: 'joining is pure: declared resources and live events in, joined objects out',
  },
  drift: {
    may: ['model', 'catalog', 'join', 'errors'],
    because: 'judging drift is pure: joined objects in, findings out',
  },
  tags: {may: ['model', 'catalog', 'join', 'errors'], because: 'judging tags is pure: joined objects in, findings out'},
  spend: {may: ['model', 'catalog', 'join', 'errors'], because: 'pricing is pure: joined objects in, findings out'},
  billing: {
    may: ['model', 'catalog', 'spend', 'errors', 'aws', 'files'],
    io: ['fs', 'aws', 'duckdb'],
    because: 'a bill is read and summed without a thought of drift',
  },
  select: {may: ['model', 'errors'], because: 'which findings count is decided on findings alone'},
  fix: {
    may: ['model', 'catalog', 'declared', 'errors', 'aws'],
    io: ['fs', 'aws'],
    because: 'a fix is made of findings and of the code that they point at',
  },
  history: {
    may: ['model', 'errors', 'aws', 'files'],
    io: ['fs', 'aws'],
    because: 'runs are kept and compared as they are, whatever found what is in them',
  },
  notify: {may: ['model', 'errors'], because: 'a message is sent without a thought of what it says'},
  report: {may: ['model'], io: ['chalk', 'page'], because: 'a format is a pure function of the report'},
  pipeline: {
    may: [...stages, 'errors'],
    because: 'the flow ends in a report, as data',
  },
  cli: {
    may: ['files', 'pipeline', 'report', 'model', 'errors'],
    io: ['fs', 'oclif'],
    because: 'the engine is reached through the pipeline alone',
  },
  commands: {
    may: ['cli', 'files', 'pipeline', 'report', 'model', 'errors'],
    io: ['oclif'],
    because: 'a command parses, calls the pipeline, prints and sets the exit code',
  },
  errors: {may: [], because: 'everything may throw'},
  index: {
    may: ['pipeline', ...stages, 'report', 'errors'],
    because: 'a library user does all that a command does, without the shell',
  },
} as const satisfies Record<string, Layer>

interface Layer {
  readonly may: readonly string[]
  readonly io?: readonly (keyof typeof outside)[]
  readonly because: string
}

/** Parts of the outside world, each let in at one place. */
const outside = {
  fs: {
    group: ['fs', 'fs/*', 'node:fs', 'node:fs/*'],
    message: 'Files are touched by what reads and what writes: all else runs on values.',
  },
  aws: {
    group: ['@aws-sdk/**', '@smithy/**'],
    message: 'The AWS SDK is called by what reads or mends AWS alone: its actions equal the policy that we print.',
  },
  duckdb: {
    group: ['@duckdb/**'],
    message: 'DuckDB is optional: billing/ alone loads it, and says so where it is absent.',
  },
  chalk: {group: ['chalk'], message: 'Colour is a matter of report/ alone.'},
  page: {
    group: ['echarts', 'echarts/**', 'lit-html', 'lit-html/**', '@tanstack/**'],
    message: 'Charts and tables of a page are a matter of report/ alone.',
  },
  oclif: {
    group: ['@oclif/**', 'oclif'],
    message: 'oclif is known to cli/ and commands/ alone: a library user does without.',
  },
}

const singleFiles = new Set(['errors', 'index'])

function layerRule([name, {may, io = [], because}]: [string, Layer]): OxlintOverride {
  const others = Object.keys(layers).filter((other) => other !== name && !may.includes(other))
  const message = `${name} may import ${may.length === 0 ? 'itself alone' : ['itself', ...may].join(', ')}: ${because}.`
  const packages = Object.entries(outside).filter(([part]) => !io.some((allowed) => allowed === part))
  return {
    files: [singleFiles.has(name) ? `**/src/${name}.ts` : `**/src/${name}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {patterns: [{group: others.flatMap(importsOf), message}, ...packages.map(([, rule]) => rule)]},
      ],
    },
  }
}

/** Relative specifiers that lead to a layer. A file next door of the same name (`./errors.ts` in live/) is none, nor is a folder's index. */
function importsOf(layer: string): string[] {
  if (layer === 'index') return []
  return singleFiles.has(layer) ? [`../**/${layer}.ts`] : [`**/${layer}/**`]
}

/** No clock, environment or chance outside cli/: equal inputs give equal bytes. */
const pure: OxlintOverride = {
  files: ['model', 'catalog', 'join', 'drift', 'tags', 'spend', 'select', 'report'].map(
    (layer) => `**/src/${layer}/**`,
  ),
  rules: {
    'no-restricted-globals': ['error', {name: 'process', message: 'Environment and terminal are arguments here.'}],
    'no-restricted-properties': [
      'error',
      {object: 'Date', property: 'now', message: 'The clock is an argument here.'},
      {object: 'Math', property: 'random', message: 'Reports are deterministic.'},
    ],
  },
}

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'import', 'oxc'],
  categories: {correctness: 'error', suspicious: 'error'},
  rules: {
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/no-explicit-any': 'error',
    'unicorn/no-array-sort': 'off',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    // What @tanstack/virtual-core wants to be called by whoever shows its rows.
    'no-underscore-dangle': ['error', {allow: ['_didMount', '_willUpdate']}],
    'import/no-unassigned-import': ['error', {allow: ['**/*.css']}],
    // Of windows: threads have no origin.
    'unicorn/require-post-message-target-origin': 'off',
    'no-console': 'error',
    'max-lines': ['error', 300],
    'max-lines-per-function': ['error', 60],
    complexity: ['error', 20],
    'max-depth': ['error', 4],
    'max-params': ['error', 5],
  },
  overrides: [
    ...Object.entries<Layer>(layers).map(layerRule),
    pure,
    {
      files: ['**/src/commands/**', 'test/bin/commands/**', '**/*.config.ts'],
      rules: {'import/no-default-export': 'off'},
    },
    // Blocks hold blocks: comparing a table and comparing a collection of them are one recursion in two files.
    {files: ['src/drift/compare-{table,collection}.ts'], rules: {'import/no-cycle': 'off'}},
    {files: ['test/**', 'browser/**', 'e2e/**'], rules: {'max-lines-per-function': 'off', 'max-params': 'off'}},
    // What runs in a page is handed over as one function.
    {files: ['browser/**'], rules: {'unicorn/consistent-function-scoping': 'off'}},
    {files: ['bin/**', 'bench/**', 'browser/**', 'e2e/**', 'evaluate/**', 'scripts/**'], rules: {'no-console': 'off'}},
  ],
  ignorePatterns: ['dist', 'fixtures', 'node_modules'],
})
