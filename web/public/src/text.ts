import type { PageLanguage } from '@open12345/contract/public-page'

/** 260300000014 → 2603 0000 0014: easier to read over the phone and to copy by hand. */
export const grouped = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ')

const zone = 'Asia/Shanghai'
const formats = {
  zh: new Intl.DateTimeFormat('zh-CN', {
    timeZone: zone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
} as const

/** An instant of the contract, as people of the prefecture read it. */
export const instantText = (at: string, language: PageLanguage): string => formats[language].format(Date.parse(at))

/** 2026-03-09 → 2026年3月9日. */
export const dateText = (on: string, language: PageLanguage): string => {
  const [year = '', month = '', day = ''] = on.split('-')
  return language === 'zh' ? `${year}年${Number(month)}月${Number(day)}日` : on
}

export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
