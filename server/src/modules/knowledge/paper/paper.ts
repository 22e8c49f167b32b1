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

export type PaperWork =
  | { readonly work: 'read-xlsx'; readonly bytes: Uint8Array }
  | { readonly work: 'read-docx'; readonly bytes: Uint8Array }
  | { readonly work: 'write-xlsx'; readonly sheets: readonly Sheet[] }
  | { readonly work: 'write-docx'; readonly document: Document }
export type PaperResult = {
  readonly 'read-xlsx': readonly (readonly string[])[]
  readonly 'read-docx': readonly Paragraph[]
  readonly 'write-xlsx': Uint8Array
  readonly 'write-docx': Uint8Array
}
