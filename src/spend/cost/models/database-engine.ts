/** The names of the API (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html) in the Price List. */
const engines: Readonly<Record<string, readonly [engine: string, edition?: string]>> = {
  aurora: ['Aurora MySQL'],
  'aurora-mysql': ['Aurora MySQL'],
  'aurora-postgresql': ['Aurora PostgreSQL'],
  'db2-ae': ['Db2', 'Advanced'],
  'db2-se': ['Db2', 'Standard'],
  mariadb: ['MariaDB'],
  mysql: ['MySQL'],
  'oracle-ee': ['Oracle', 'Enterprise'],
  'oracle-ee-cdb': ['Oracle', 'Enterprise'],
  'oracle-se2': ['Oracle', 'Standard Two'],
  'oracle-se2-cdb': ['Oracle', 'Standard Two'],
  postgres: ['PostgreSQL'],
  'sqlserver-ee': ['SQL Server', 'Enterprise'],
  'sqlserver-ex': ['SQL Server', 'Express'],
  'sqlserver-se': ['SQL Server', 'Standard'],
  'sqlserver-web': ['SQL Server', 'Web'],
}

export interface DatabaseEngine {
  readonly engine: string
  readonly edition?: string
  readonly license: string
}

/** Undefined for engines that are priced otherwise (RDS Custom, Neptune, DocumentDB). */
export function databaseEngine(name: string, licenseModel: string | undefined): DatabaseEngine | undefined {
  const [engine, edition] = engines[name.toLowerCase()] ?? []
  if (engine === undefined) return undefined
  return {engine, ...(edition !== undefined && {edition}), license: licenseOf(engine, licenseModel)}
}

function licenseOf(engine: string, licenseModel: string | undefined): string {
  if (licenseModel === 'bring-your-own-license') return 'Bring your own license'
  if (engine === 'SQL Server' || licenseModel === 'license-included') return 'License included'
  return engine === 'Oracle' || engine === 'Db2' ? 'Bring your own license' : 'No license required'
}
