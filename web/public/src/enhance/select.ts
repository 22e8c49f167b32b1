/** `querySelectorAll` as a list: a NodeList has no map, and in the oldest browsers no forEach. */
export const all = <E extends Element>(root: ParentNode, selector: string): E[] =>
  Array.prototype.slice.call(root.querySelectorAll<E>(selector)) as E[]

export const make = <K extends keyof HTMLElementTagNameMap>(tag: K, text = ''): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
