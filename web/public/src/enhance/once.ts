import { all } from './select.ts'

/** A second tap sends nothing. The button comes back with the page, when somebody returns to it. */
export const sendOnce = (root: Document): void => {
  for (const form of all<HTMLFormElement>(root, 'form[data-once]')) {
    const buttons = all<HTMLButtonElement>(form, 'button[type="submit"]')
    const names = buttons.map((button) => button.textContent)
    let sent = false
    form.addEventListener('submit', (event) => {
      if (sent) return event.preventDefault()
      sent = true
      for (const button of buttons) {
        button.setAttribute('aria-disabled', 'true')
        button.textContent = button.getAttribute('data-busy') ?? button.textContent
      }
    })
    window.addEventListener('pageshow', () => {
      sent = false
      buttons.forEach((button, index) => {
        button.removeAttribute('aria-disabled')
        button.textContent = names[index] ?? ''
      })
    })
  }
}
