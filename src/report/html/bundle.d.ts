/** The page's own program and style, each as one string: `scripts/page-bundle.ts` makes them of the module before the `?`. */
declare module '*?bundle' {
  export const script: string
  export const style: string
  /** Of the libraries in the program. */
  export const licences: string
}
