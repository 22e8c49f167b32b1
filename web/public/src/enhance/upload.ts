import { all, make } from './select.ts'

const address = '/api/v1/requests/files'
const mostBytes = 20 * 1024 * 1024
const pauses = [1000, 3000, 8000]

type Words = (name: string) => string
type Sending = { readonly file: File; readonly row: HTMLLIElement; readonly words: Words; readonly finished: () => void }

const problemOf = (request: XMLHttpRequest): string => {
  try {
    return (JSON.parse(request.responseText) as { title?: string }).title ?? ''
  } catch {
    return ''
  }
}

const show = ({ row, file }: Sending, text: string): HTMLSpanElement => {
  row.textContent = ''
  const line = make('span', `${file.name}：${text}`)
  row.appendChild(line)
  return line
}

const addButton = (row: HTMLLIElement, name: string, act: () => void): void => {
  const button = make('button', name)
  button.type = 'button'
  button.className = 'link'
  button.addEventListener('click', act)
  row.appendChild(button)
}

const failed = (sending: Sending, text: string, mayRetry: boolean): void => {
  const { row, words, finished } = sending
  show(sending, text).className = 'problem'
  if (mayRetry) addButton(row, words('retry'), () => send(sending, 0))
  addButton(row, words('remove'), () => row.parentNode?.removeChild(row))
  finished()
}

const sent = (sending: Sending, fileId: string): void => {
  const { row, words, finished } = sending
  show(sending, words('sent'))
  const field = make('input')
  field.type = 'hidden'
  field.name = 'fileIds'
  field.value = fileId
  row.appendChild(field)
  addButton(row, words('remove'), () => {
    row.parentNode?.removeChild(row)
    finished()
  })
  finished()
}

/** Bad lines are the rule in the mountains: a lost upload is tried again by itself, then by hand. */
const send = (sending: Sending, tries: number): void => {
  const { file, row, words } = sending
  const request = new XMLHttpRequest()
  const again = (): void => {
    const pause = pauses[tries]
    if (pause === undefined) return failed(sending, words('failed'), true)
    show(sending, words('waiting'))
    window.setTimeout(() => send(sending, tries + 1), pause)
  }
  show(sending, words('sending'))
  const bar = make('progress')
  bar.max = 1
  bar.setAttribute('aria-label', file.name)
  row.appendChild(bar)
  request.upload.onprogress = (event) => {
    if (event.lengthComputable) bar.value = event.loaded / event.total
  }
  request.onerror = again
  request.ontimeout = again
  request.onload = () => {
    if (request.status === 201) return sent(sending, (JSON.parse(request.responseText) as { fileId: string }).fileId)
    if (request.status >= 500 || request.status === 429) return again()
    failed(sending, problemOf(request) || words('failed'), false)
  }
  const body = new FormData()
  body.append('file', file)
  request.open('POST', address)
  request.timeout = 300_000
  request.setRequestHeader('accept-language', document.documentElement.lang)
  request.send(body)
}

/** Each file goes up when it is chosen, so that sending the form is quick; without this they go with the form. */
export const uploadAtOnce = (root: Document): void => {
  for (const box of all<HTMLElement>(root, '[data-uploads]')) {
    const [input] = all<HTMLInputElement>(box, 'input[type="file"]')
    const [list] = all<HTMLUListElement>(box, '.uploads')
    if (input === undefined || list === undefined || typeof FormData === 'undefined') continue
    const words: Words = (name) => box.getAttribute(`data-${name}`) ?? ''
    const most = Number(box.getAttribute('data-most'))
    list.setAttribute('aria-live', 'polite')
    const count = (): number => all(list, '[name="fileIds"], progress').length
    const note = make('p')
    note.className = 'problem'
    input.insertAdjacentElement('afterend', note)
    input.addEventListener('change', () => {
      note.textContent = ''
      for (const file of Array.prototype.slice.call(input.files) as File[]) {
        if (count() >= most) {
          note.textContent = words('too-many')
          break
        }
        const row = list.appendChild(make('li'))
        const sending: Sending = { file, row, words, finished: () => void (note.textContent = '') }
        if (file.size > mostBytes) failed(sending, words('too-large'), false)
        else send(sending, 0)
      }
      input.value = ''
    })
  }
}
