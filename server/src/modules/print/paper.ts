/** What stands on paper: escaped wherever it is put in, so that a citizen's words stay words. */
const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => escaped[letter] ?? letter)

export type Markup = { readonly markup: string }
type Part = string | number | null | Markup | readonly Markup[]

const put = (part: Part): string => {
  if (part === null) return ''
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part))
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}

export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: strings.map((text, index) => (index < parts.length ? text + put(parts[index] ?? null) : text)).join(''),
})

const style = `
  body { font: 14px/1.7 "Noto Serif CJK SC", "Songti SC", SimSun, serif; color: #111; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { text-align: center; font-size: 22px; letter-spacing: .1em; }
  h2 { font-size: 16px; margin: 1.4rem 0 .4rem; border-bottom: 1px solid #999; }
  table { width: 100%; border-collapse: collapse; } th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top; }
  th { width: 9rem; font-weight: 600; background: #f4f4f4; } p { white-space: pre-wrap; overflow-wrap: anywhere; }
  .foot { margin-top: 2rem; color: #444; font-size: 12px; } .right { text-align: right; }
  @media print { body { margin: 0; max-width: none; } }`

export const paper = (title: string, body: Markup): string =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${{ markup: style }}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`.markup
