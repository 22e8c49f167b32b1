/** What the worker is asked and answers; plain data on both sides. */
export type Sheet = { readonly name: string; readonly widths: readonly number[]; readonly rows: readonly (readonly string[])[] }
/** A heading, its labelled lines, and the text below. */
export type Section = {
  readonly heading: string
  readonly lines: readonly (readonly [label: string, text: string])[]
  readonly body: readonly string[]
}
export type Document = { readonly title: string; readonly notes: readonly string[]; readonly sections: readonly Section[] }
export type Paragraph = { readonly heading: boolean; readonly text: string }

/** Rows of a sheet, or paragraphs of a document; what has more was built to break its reader. */
export const mostPieces = 100_000

/** `most`: how many rows that hold anything, or headings, come back; what follows them is cut off. */
type Reading = { readonly bytes: Uint8Array; readonly most: number }
export type PaperWork =
  | ({ readonly work: 'read-xlsx' } & Reading)
  | ({ readonly work: 'read-docx' } & Reading)
  | { readonly work: 'write-xlsx'; readonly sheets: readonly Sheet[] }
  | { readonly work: 'write-docx'; readonly document: Document }
export type PaperResult = {
  /** A row is as long as it holds anything. */
  readonly 'read-xlsx': readonly (readonly string[])[]
  readonly 'read-docx': readonly Paragraph[]
  readonly 'write-xlsx': Uint8Array
  readonly 'write-docx': Uint8Array
}
