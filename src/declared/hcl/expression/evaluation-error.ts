/**
 * What Terraform would refuse. It never leaves the evaluation: `try` and `can` catch it, and whatever else holds the expression
 * becomes unknown with the message as its reason.
 */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError'
}
