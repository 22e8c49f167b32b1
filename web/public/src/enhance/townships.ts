import { all, make } from './select.ts'

type Labelled = { readonly wrapper: HTMLDivElement; readonly select: HTMLSelectElement }

const labelled = (id: string, text: string): Labelled => {
  const wrapper = make('div')
  const label = make('label', text)
  const select = make('select')
  label.htmlFor = id
  select.id = id
  wrapper.appendChild(label)
  wrapper.appendChild(select)
  return { wrapper, select }
}

const option = (value: string, text: string): HTMLOptionElement => {
  const made = make('option', text)
  made.value = value
  return made
}

/** One long list of townships becomes two short ones: county, then its townships. The long one stays behind them and is what is sent. */
export const narrowTownships = (root: Document): void => {
  const [whole] = all<HTMLSelectElement>(root, 'select[data-county]')
  if (whole === undefined) return
  const groups = all<HTMLOptGroupElement>(whole, 'optgroup')
  const choose = whole.getAttribute('data-choose') ?? ''
  const county = labelled('place-county', whole.getAttribute('data-county') ?? '')
  const township = labelled('place-township', whole.getAttribute('data-township') ?? '')

  const fillTownships = (): void => {
    const group = groups[county.select.selectedIndex - 1]
    const options = group === undefined ? [] : all<HTMLOptionElement>(group, 'option')
    township.wrapper.hidden = group === undefined
    township.select.textContent = ''
    for (const one of options) township.select.appendChild(option(one.value, one.textContent ?? ''))
  }
  const read = (): void => {
    const chosen = whole.options[whole.selectedIndex]
    const parent = chosen === undefined ? null : chosen.parentNode
    county.select.selectedIndex = groups.indexOf(parent as HTMLOptGroupElement) + 1
    fillTownships()
    if (!township.wrapper.hidden) township.select.value = whole.value
  }

  county.select.appendChild(option('', choose))
  for (const group of groups) county.select.appendChild(option(group.label, group.label))
  county.select.addEventListener('change', () => {
    fillTownships()
    whole.value = township.wrapper.hidden ? '' : township.select.value
    whole.dispatchEvent(new Event('input', { bubbles: true }))
  })
  township.select.addEventListener('change', () => {
    whole.value = township.select.value
    whole.dispatchEvent(new Event('input', { bubbles: true }))
  })
  whole.addEventListener('restored', read)
  // The label and the error's link find the county from now on.
  whole.id = 'place-all'
  county.select.id = 'place'
  for (const name of ['aria-describedby', 'aria-invalid']) {
    const value = whole.getAttribute(name)
    if (value !== null) county.select.setAttribute(name, value)
  }
  all<HTMLLabelElement>(county.wrapper, 'label')[0]?.setAttribute('for', 'place')
  whole.hidden = true
  whole.required = false
  whole.insertAdjacentElement('afterend', county.wrapper)
  county.wrapper.insertAdjacentElement('afterend', township.wrapper)
  read()
}
