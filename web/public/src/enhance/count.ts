import { all, make } from './select.ts'

/** How much is written; said aloud only when the end is near. */
export const countCharacters = (root: Document): void => {
  for (const area of all<HTMLTextAreaElement>(root, 'textarea[data-count]')) {
    const sentence = area.getAttribute('data-count') ?? ''
    const line = make('p')
    line.className = 'hint'
    area.insertAdjacentElement('afterend', line)
    const show = (): void => {
      line.textContent = sentence.replace('{n}', String(area.value.length))
      if (area.value.length > area.maxLength * 0.9) line.setAttribute('role', 'status')
      else line.removeAttribute('role')
    }
    area.addEventListener('input', show)
    show()
  }
}
