/** Names under which something half written lies in this browser; one place, so that signing out leaves nothing for the next person. */
export const contactDraftPrefix = 'open12345.contact.'
export const formPrefix = 'open12345.kept.'

export const forgetAllKept = (): void => {
  for (const store of [localStorage, sessionStorage])
    for (const key of Object.keys(store)) if (key.startsWith(contactDraftPrefix) || key.startsWith(formPrefix)) store.removeItem(key)
}
