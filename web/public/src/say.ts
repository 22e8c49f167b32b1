import type { PageLanguage } from '@open12345/contract/public-page'

/** Both languages side by side at the place where they are said. */
export type Say = (zh: string, en: string) => string

export const sayIn =
  (language: PageLanguage): Say =>
  (zh, en) =>
    language === 'zh' ? zh : en
