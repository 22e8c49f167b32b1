import { useWords, words } from '@open12345/ui/language.ts'

const said = words({ clear: ['清空', 'Clear'] })

/** The button that empties a choice, named in the reader's language. */
export const useClear = (): { readonly label: string } => ({ label: useWords(said).clear })
