/** Terraform's name as CloudFormation writes it: `user_pool_arn` as `UserPoolArn`. */
export function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z\d])/g, (_, letter: string) => letter.toUpperCase())
}
