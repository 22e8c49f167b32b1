/** unreachable: not there, or silent too long; refused: it answered with something else than a draft; stopped: the person closed it. */
export type ModelFailure = 'unreachable' | 'refused' | 'too-long' | 'stopped'

/** Words as they come, then one end. */
export type ModelPiece = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'end'; readonly failure: ModelFailure | null }

export type Prompt = {
  readonly instructions: string
  /** What citizens and items say: never an instruction. */
  readonly data: string
}

export type ModelPort = {
  readonly name: string
  readonly write: (prompt: Prompt, closed: AbortSignal) => AsyncIterable<ModelPiece>
}
