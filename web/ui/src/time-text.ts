import type { Language } from './language.ts'

/** All civil time is shown in Asia/Shanghai, wherever the browser stands. */
const timeZone = 'Asia/Shanghai'
const made = new Map<string, Intl.DateTimeFormat>()
const formatter = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = language + JSON.stringify(options)
  const known = made.get(key) ?? new Intl.DateTimeFormat(language, { timeZone, hourCycle: 'h23', ...options })
  made.set(key, known)
  return known
}

const clock = { hour: '2-digit', minute: '2-digit' } as const
const day = { month: 'numeric', day: 'numeric' } as const

export const todayOn = (now = Date.now()): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)
const sameYear = (at: string): boolean => todayOn(Date.parse(at)).slice(0, 4) === todayOn().slice(0, 4)

export const timeText = (at: string, language: Language): string => formatter(language, clock).format(Date.parse(at))
export const instantText = (at: string, language: Language): string =>
  formatter(language, { ...(sameYear(at) ? {} : { year: 'numeric' }), ...day, ...clock }).format(Date.parse(at))
export const fullInstantText = (at: string, language: Language): string =>
  formatter(language, { year: 'numeric', ...day, ...clock, second: '2-digit' }).format(Date.parse(at))

/** A civil date as words, with its weekday: 8月24日 周四. */
export const dateText = (on: string, language: Language): string =>
  formatter(language, {
    ...(on.slice(0, 4) === todayOn().slice(0, 4) ? {} : { year: 'numeric' }),
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  }).format(Date.parse(`${on}T12:00:00+08:00`))

const isMidnight = (at: string): boolean =>
  formatter('en', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(Date.parse(at)) === '00:00:00'

/** `dueAt` is the first instant that is late; a midnight is told as the end of the last day, because nobody reads 0:00 of the next day as today. */
export const dueText = (due: { readonly dueAt: string; readonly dueOn: string }, language: Language): string =>
  isMidnight(due.dueAt) ? `${dateText(due.dueOn, language)} 24:00` : instantText(due.dueAt, language)

/** A span in its two largest units. */
export const spanText = (milliseconds: number, language: Language): string => {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000))
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  const zh = language !== 'en'
  const part = (count: number, one: string, short: string): string => (count === 0 ? '' : zh ? `${count}${one}` : `${count} ${short} `)
  const text = days > 0 ? part(days, '天', 'd') + part(hours, '小时', 'h') : part(hours, '小时', 'h') + part(rest, '分钟', 'min')
  return text.trim() || (zh ? '不到1分钟' : 'under 1 min')
}

/** Seconds as 02:45, for a call that runs. */
export const runningText = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}
