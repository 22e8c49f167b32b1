const longest = 600

/** What is quoted of an item: its whole body where that is short, else the paragraphs that hold what was asked, as many as are read easily. */
export const quoted = (
  body: string,
  { start, end }: { readonly start: number; readonly end: number },
): { text: string; isWhole: boolean } => {
  const whole = body.trim()
  if (whole.length <= longest) return { text: whole, isWhole: true }
  const from = body.lastIndexOf('\n', start - 1) + 1
  const until = body.indexOf('\n', Math.max(start, end))
  const text = body.slice(from, until < 0 ? body.length : until).trim()
  return { text: text.length <= longest ? text : `${text.slice(0, longest - 1)}…`, isWhole: false }
}
