import type {Words} from '../words.ts'

/** Errors of bills. */
export const billErrorWords: Readonly<Record<string, Words>> = {
  'duckdb-missing': {
    title: 'DuckDB not installed',
    meaning:
      'Bills are summed in DuckDB, which is an optional dependency because of its size: it was left out of the installation, or does not exist for this platform. Everything but bills works without it.',
    steps: [{text: 'Install it beside trueup.', command: 'npm install --global @duckdb/node-api'}],
  },
  'no-bill': {
    title: 'No bill given',
    meaning: 'The command sums a bill, and no --bill names one.',
    steps: [{text: 'Name one: a file, a folder, a glob (in quotes) or the manifest of a report.'}],
  },
  'no-required-keys': {
    title: 'No required tags',
    meaning: 'Nothing says which tags an accelerator must carry, so nothing could be called untagged.',
    steps: [{text: 'Name keys with --require, or a policy with --policy.'}],
  },
  'bill-does-not-add-up': {
    title: 'Bill does not add up',
    meaning:
      'The same lines were summed in two ways, and the sums differ. That is an error of trueup, and no figure of the bill can be trusted.',
    steps: [{text: 'Report it with the names of the columns of the bill, and the version of trueup.'}],
  },
  'bucket-unknown': {
    title: 'No such bucket',
    meaning: 'A bill is summed into buckets of fixed names, and --share-bucket names none of them.',
    steps: [{text: 'Look at the buckets of the bill.', command: 'trueup spend gpu --bill PATH --json'}],
  },
  'by-invalid': {
    title: 'Charges not told apart',
    meaning: 'Whose a charge is comes from a tag or from the account.',
    steps: [{text: 'Name the tag.', command: 'trueup spend unit --by tag:customer --usage usage.csv --bill PATH'}],
  },
  'totals-invalid': {
    title: 'No such totals',
    meaning:
      'A bill is summed by day, month, account, region, product, bucket, model, team, cause or a tag, and --by names none of them.',
    steps: [{text: 'Name some.', command: 'trueup spend gpu --bill PATH --by day --by team,model --by tag:CostCenter'}],
  },
  'bill-engines-mixed': {
    title: 'Bills in several places',
    meaning:
      'Files, a table of Athena and Cost Explorer are asked in different ways and may hold the same charges: one run takes one of them.',
    steps: [{text: 'Give one of them.'}],
  },
  'bill-lines-elsewhere': {
    title: 'Lines are not on this machine',
    meaning: 'A FOCUS dataset holds every line of the bill. Where an engine of AWS sums it, only sums come here.',
    steps: [
      {
        text: 'Give the files of the bill.',
        command: 'trueup spend gpu --bill s3://BUCKET/REPORT/ --report focus-1.2=focus.parquet',
      },
    ],
  },
  'not-approved': {
    title: 'Paid requests not agreed to',
    meaning: 'Each request to Cost Explorer costs a cent, each further page as well, and nobody has agreed to it.',
    steps: [{text: 'Agree to it.', command: 'trueup spend gpu --bill cost-explorer --month 2026-10 --yes'}],
  },
  'cost-explorer-denied': {
    title: 'Cost Explorer may not be asked',
    meaning: 'The credentials lack ce:GetCostAndUsage, or the account that pays keeps Cost Explorer from its members.',
    steps: [{text: 'See what it takes.', command: 'trueup permissions --for bill-cost-explorer'}],
  },
  'cost-explorer-failed': {
    title: 'Cost Explorer could not answer',
    meaning:
      'It is not on in the account, has no data for the months, or failed. It keeps 14 months, and more only where that is set up.',
    steps: [{text: 'Ask for other months.', command: 'trueup spend gpu --bill cost-explorer --month 2026-10'}],
  },
  'cost-explorer-months': {
    title: 'Month has not begun',
    meaning: 'There are no costs of months to come.',
    steps: [{text: 'Name a month that has begun.'}],
  },
  'cost-explorer-cannot': {
    title: 'Cost Explorer cannot tell that',
    meaning:
      'An answer of Cost Explorer is by two things at most: service and usage type here. It cannot be told apart by accounts, tags, teams or causes as well.',
    steps: [{text: 'Sum an export of the bill.', command: 'trueup spend gpu --bill s3://BUCKET/REPORT/ --by account'}],
  },
  'athena-place-invalid': {
    title: 'No table of Athena',
    meaning:
      'A table is named by workgroup, database and table, and by the catalog before the database where it is another one.',
    steps: [{text: 'Name it.', command: 'trueup spend gpu --bill athena://primary/billing/cur2 --month 2026-10'}],
  },
  'athena-no-output': {
    title: 'Athena has nowhere to write results',
    meaning: 'The workgroup names no bucket for results, does not keep them itself, and --athena-output names none.',
    steps: [
      {
        text: 'Name a folder of a bucket.',
        command: 'trueup spend gpu --bill athena://WORKGROUP/DATABASE/TABLE --athena-output s3://BUCKET/FOLDER/',
      },
    ],
  },
  'athena-denied': {
    title: 'Athena may not be asked',
    meaning:
      'The credentials lack a permission of Athena, of the catalog, of the bucket of the bill or of that of the results; the message says which.',
    steps: [
      {
        text: 'See what it takes; Athena reads the catalog and the buckets, and writes its results, with the same credentials.',
        command: 'trueup permissions --for bill-athena',
      },
    ],
  },
  'athena-limit': {
    title: 'Workgroup allows no more bytes',
    meaning: 'The workgroup cancels queries that scan more than it allows. What was scanned up to there is paid for.',
    steps: [
      {
        text: 'Scan fewer partitions.',
        command: 'trueup spend gpu --bill athena://WORKGROUP/DATABASE/TABLE --month 2026-10',
      },
      {text: 'Or raise the limit of the workgroup.'},
    ],
  },
  'athena-failed': {
    title: 'Athena could not answer',
    meaning:
      'Athena ended a query without an answer: the table cannot be read as its catalog describes it, or the service failed. The message says what Athena said.',
    steps: [{text: 'Look at the query by its id.', command: 'aws athena get-query-execution --query-execution-id ID'}],
  },
  'month-invalid': {
    title: 'Not a month',
    meaning: 'A month is a year and a number, and a range of months is two of them.',
    steps: [{text: 'Write them so.', command: 'trueup spend gpu --bill PATH --month 2026-08..2026-10'}],
  },
  'amount-invalid': {
    title: 'Not an amount',
    meaning: 'An amount is digits with a point before its fraction, in the currency of the bill.',
    steps: [{text: 'Write it so.', command: 'trueup spend untagged --bill PATH --require Owner --fail-above 1000.50'}],
  },
  'report-needs-file': {
    title: 'Report needs a file',
    meaning: 'This format is none for a screen or a pipe.',
    steps: [
      {text: 'Name a file behind the format.', command: 'trueup spend gpu --bill PATH --report parquet=spend.parquet'},
    ],
  },
  'table-invalid': {
    title: 'Table cannot be used',
    meaning: 'A CSV file of usage or of customers lacks a column, or has a cell that cannot be what the column says.',
    steps: [
      {text: 'Give usage the columns customer, units and, where it tells months, month.'},
      {text: 'Give customers the columns value, customer and, for a fixed split, weight.'},
    ],
  },
  'table-not-readable': {
    title: 'Table cannot be read',
    meaning: 'There is no such file, or it may not be read.',
    steps: [{text: 'Check the path.'}],
  },
  'weights-missing': {
    title: 'No weights',
    meaning: 'A fixed split gives each customer the share that the table of customers says, and it says none.',
    steps: [{text: 'Add a column weight to the table of --customers, or choose another --split.'}],
  },
  'bill-too-large': {
    title: 'Bill too large to download',
    meaning: 'Bills in S3 are downloaded to a cache of limited size, and the current versions of this one exceed it.',
    steps: [
      {
        text: 'Give the months that matter.',
        command: "trueup spend gpu --bill 's3://BUCKET/REPORT/20261101-20261201/'",
      },
      {text: 'Or raise the limit with --bill-cache, in GiB.'},
    ],
  },
  'bill-not-found': {
    title: 'Bill not found',
    meaning: 'There is no file where --bill says, or the folder holds no CSV or Parquet file.',
    steps: [{text: 'Check the path: a file, a folder, a glob (in quotes) or the manifest of a report.'}],
  },
  'bill-unreadable': {
    title: 'Bill cannot be read',
    meaning: 'The operating system refuses to read a file of the bill, or there is no room to unpack it.',
    steps: [{text: 'Check the permissions of the file, and the space left in the folder for temporary files.'}],
  },
  'bill-empty': {
    title: 'Bill empty',
    meaning: 'The file holds nothing, or no lines of charges.',
    steps: [{text: 'Download it again.'}],
  },
  'bill-corrupt': {
    title: 'Bill damaged',
    meaning:
      'The file ends too early, or holds something that is neither CSV nor Parquet from some place on. What it would have added to the figures is not known.',
    steps: [{text: 'Download it again, and compare its size with that of the object.'}],
  },
  'bill-not-a-bill': {
    title: 'Not a bill',
    meaning:
      'The columns of the file are neither those of a Cost and Usage Report (legacy or 2.0) nor those of FOCUS. Formats are told by their columns, never by names of files.',
    steps: [{text: 'Give an export of AWS Data Exports, or a legacy Cost and Usage Report.'}],
  },
  'bill-focus-preview': {
    title: 'FOCUS older than 1.0',
    meaning: 'The file has the columns of a preview of FOCUS, which mean other things than those of 1.0.',
    steps: [{text: 'Export FOCUS 1.0 or newer.'}],
  },
  'bill-files-absent': {
    title: 'Files of the manifest are absent',
    meaning: 'The manifest of a report names files that were not found beside it. Their charges are in no figure.',
    steps: [
      {text: 'Download the whole report, its folders included.', command: 'aws s3 sync s3://BUCKET/PREFIX bill/'},
    ],
  },
  'bill-versions': {
    title: 'Several versions of one report',
    meaning:
      'Two manifests describe the same report and period, and neither is the one that AWS keeps for the current version. Counting both would count everything twice.',
    steps: [{text: 'Give the folder of one version.'}],
  },
  'bill-delivered-twice': {
    title: 'The same charges twice',
    meaning:
      'Two inputs cover the same payer and month, and share a large part of their lines: one is most likely an older version of the other.',
    steps: [{text: 'Give one of them, or the folder that has the manifest: it tells the current version.'}],
  },
  'bill-mixed-formats': {
    title: 'One month in two formats',
    meaning:
      'The charges of one payer and month are given in two formats. Adding them up would count everything twice.',
    steps: [{text: 'Give one of the formats.'}],
  },
  'bill-currencies': {
    title: 'Several currencies',
    meaning: 'Lines of the bill are in several currencies, which have no sum. Nothing is ever converted.',
    steps: [{text: 'Pick one with --currency; the lines in others are then left out.'}],
  },
  'bill-basis': {
    title: 'Cost basis not computable',
    meaning:
      'The bill lacks columns that the cost basis takes. Taking them as zero would give a figure that looks right and is not.',
    steps: [
      {text: 'Leave --basis out: the first basis that the bill can answer is used, and printed.'},
      {text: 'Add the columns to the export.'},
    ],
  },
}
