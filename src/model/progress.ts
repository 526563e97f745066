/** How a long run tells where it stands. The pipeline calls it; `cli/progress.ts` shows it on a terminal, or nowhere. */
export interface Progress {
  /** A stage begins, in words that end the sentence "now ...": `reading eu-west-1`. */
  readonly step: (what: string) => void
  /** How much of the stage is done, of how much where that is known. */
  readonly advance: (done: number, total?: number) => void
  /** Nothing more to tell: leaves no trace on the screen. */
  readonly clear: () => void
}

export const silentProgress: Progress = {step: ignore, advance: ignore, clear: ignore}

function ignore(): void {}
