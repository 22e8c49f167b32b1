import type { House } from './house.ts'
import { measure, type Measured } from './measure.ts'
import { signIn, type Desk } from './people.ts'
import type { Samples } from './samples.ts'

type Reading = { readonly name: string; readonly ask: () => Promise<unknown> }

const words = ['停水', '小区', '物业', '路灯', '噪声', '工资', '学校', '医保报销', '井盖松动', '从春节以后开始', '没有这样的词句', '公交车']
/** As far as somebody has typed when they pause. */
const told = [
  '西昌市礼州镇田坝村的工地拖欠工资三个月，求助，请帮忙讨薪。',
  '小区停水两天了，没有看到通知',
  '请问低保怎么申请，要带什么材料？',
  '会理鹿厂的路灯坏了三盏，晚上看不见路，老人摔了一跤，希望尽快修好。',
  '楼下烧烤店半夜还在营业，油烟和噪音很大，打过几次电话都没有人管，要求处理。'.repeat(5),
]
const each = <T>(list: readonly T[]): (() => T) => {
  let turn = 0
  return () => list[turn++ % list.length] as T
}

type Row = { readonly orderId: string; readonly number: string }
const itemsOf = async (desk: Desk, path: string): Promise<readonly Row[]> =>
  ((await desk('GET', path)) as unknown as { items: Row[] }).items

/** What each desk reads all day, asked as that desk. */
export const readingsOf = async ({ ask }: House, { phones, orderIds }: Samples): Promise<readonly Reading[]> => {
  const [dispatcher, clerk, followUp, manager, seat] = await Promise.all(
    ['dispatcher', 'clerk-housing', 'follow-up', 'centre-manager', 'seat'].map((login) => signIn(ask, login)),
  )
  if (!dispatcher || !clerk || !followUp || !manager || !seat) throw new Error('somebody is missing')
  const [word, unitWord, phone, orderId, call] = [each(words), each(words), each(phones), each(orderIds), each(told)]
  const search = (desk: Desk, query: string): Promise<unknown> => itemsOf(desk, `/orders/search?limit=20&${query}`)
  return [
    { name: 'list, dispatcher', ask: () => itemsOf(dispatcher, '/orders?stage=to-dispatch&limit=20') },
    { name: 'list, unit', ask: () => itemsOf(clerk, '/orders?stage=to-sign&stage=in-hand&limit=20') },
    { name: 'list, everything open', ask: () => itemsOf(manager, '/orders?limit=20') },
    { name: 'list, follow-up', ask: () => itemsOf(followUp, '/orders?stage=manual-follow-up&stage=reply-check&limit=20') },
    { name: 'counts', ask: () => manager('GET', '/orders/counts') },
    { name: 'screen-pop by phone', ask: () => search(seat, `phone=${phone()}`) },
    { name: 'timeline', ask: () => dispatcher('GET', `/orders/${orderId()}`) },
    { name: 'search by words, centre', ask: () => search(manager, `text=${encodeURIComponent(word())}`) },
    { name: 'search by words, unit', ask: () => search(clerk, `text=${encodeURIComponent(unitWord())}`) },
    { name: 'search by county and kind', ask: () => search(manager, 'county=513402&kind=praise') },
    { name: 'search by days', ask: () => search(manager, 'from=2026-09-01&to=2026-09-02') },
    { name: 'assistant', ask: () => seat('POST', '/assistant/suggestions', { text: call() }) },
    { name: 'board', ask: () => manager('GET', '/board') },
  ]
}

export const measureReading = (house: House, { ask }: Reading): Promise<Measured> => measure(house, 4, 1, ask)
