import { all } from './select.ts'

/** Brings the list of problems to whoever sent the form. */
export const pointAtProblems = (root: Document): void => {
  const [alert] = all<HTMLElement>(root, '[data-focus]')
  if (alert !== undefined) alert.focus()
}

/** Shows a note only while its kind is chosen. */
export const showForKind = (root: Document): void => {
  const notes = all<HTMLElement>(root, '[data-for-kind]')
  const radios = all<HTMLInputElement>(root, 'input[name="kind"]')
  const show = (): void => {
    const chosen = radios.filter((radio) => radio.checked)[0]
    for (const note of notes) note.hidden = chosen !== undefined && chosen.value !== note.getAttribute('data-for-kind')
  }
  for (const radio of radios) radio.addEventListener('change', show)
  show()
}

export const offerPrint = (root: Document): void => {
  for (const button of all<HTMLButtonElement>(root, '[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}
