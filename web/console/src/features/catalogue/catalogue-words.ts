import type { CatalogueChangeView } from '@open12345/contract/catalogue'
import { words, type Words } from '@open12345/ui/language.ts'

export const stateWords: Words<CatalogueChangeView['state']> = words({
  open: ['待审', 'To review'],
  accepted: ['已同意', 'Accepted'],
  refused: ['不同意', 'Refused'],
  withdrawn: ['已撤回', 'Withdrawn'],
  replaced: ['已被代替', 'Given way'],
  revoked: ['已撤销', 'Revoked'],
})

export const changeWords: Words<CatalogueChangeView['kind']> = words({
  set: ['定承办单位', 'Name a unit'],
  end: ['终止条目', 'End an entry'],
})
