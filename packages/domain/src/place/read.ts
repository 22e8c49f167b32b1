import type { Gazetteer, Naming, Writing } from './gazetteer.ts'

/** A place that words may mean: how sure that is (0 to 1), and the stretches of the text that say so. */
export type PlaceRead = {
  readonly county: string
  readonly township: string | null
  readonly confidence: number
  readonly reasons: readonly string[]
}

/** `end` counts UTF-16 units, as `slice` does. */
type Mention = { readonly start: number; readonly end: number; readonly namings: readonly Naming[] }

const weightOf = { full: 1, short: 0.95, 'other-kind': 0.7, bare: 0.35 } as const satisfies Record<Writing, number>

/** What a name of a place may follow, where it is no part of another word. */
const leftEdge =
  /(?:^|[^\p{Script=Han}]|[在到去从于住是回往来跟和与及由向给找距离近过经属对]|反映|请问|咨询|投诉|举报|想问|问下|问一下|位于|地处|凉山|州|四川|川|省|们|家|的|现|就|这|那)$/u
/** What follows a name that is said bare. */
const rightEdge =
  /^(?:$|[^\p{Script=Han}]|的|这边|这里|这儿|那边|那里|那儿|一带|附近|之间|境内|片区|城区|县城|城里|街上|场镇|集镇|上|下面|有|镇|乡|村|社区|小学|中学|中心校|学校|卫生院|医院|派出所|政府|党委|便民|供电所|水厂|街道|大桥|工业|菜市场|农贸|汽车站|客运|车站|收费站|高速|到|至|往|去|来)/u
/** 西昌路, 会理人, 成都市会理餐馆: a name that leads away from where it lies. */
const isNoPlaceAfter = /^(?:[东南西北中]?[一二三四五]?(?:段|[路巷](?!口)|街(?!道|上|乡))|大道|人(?!民|家|行)|籍|话|口音|味|菜)/u
/** 不会理我们, 村委会东边, 济宁南路: two signs that are a place only where no word before them takes the first. */
const isTakenBefore: Readonly<Record<string, RegExp>> = {
  会: /[不才都就将能还也人可没谁委社学协工大开商晚聚机体约宴集年例董]$/u,
  宁: /[济西南辽海安遂]$/u,
}
/** Names that are also a province, or what any town has: alone they mean nothing of ours. */
const isAnywhere =
  /^(?:海南|[新老古东西南北中上下]村|[新老古东西南北]城|城[东南西北]|新街|新民|新兴|光明|团结|幸福|复兴|兴隆|太平|健美|大同)$/u
/** Where somebody comes from is not where the matter is. */
const isOriginBefore = /(?:老家|户籍|户口|籍贯|祖籍|我是|本人是|来自|原籍|原来在|以前在|之前在|出生)(?:在|是|于)?$/u
const isOriginAfter = /^(?:市|县)?(?:人(?!民)|的人|籍|户籍|户口|老乡)/u
const isLeft = { before: /从$/u, after: /^(?:搬|迁|转学?|调)到?/u }
const isMatterBefore = /(?:位于|地址(?:是|在|为|：|:)?|发生在|地点(?:是|在|为|：|:)?|现在?住?在|就在|在|住)$/u
/** A bureau's place is where it sits, not where the matter is. */
const isBureauAfter = /^(?:市|县)?(?:人民政府|政府|\p{Script=Han}{2,10}局|\p{Script=Han}{2,8}委员会|法院|检察院)/u
/** 乐山市沙湾镇 is none of ours. */
const isForeignBefore = /(?<own>\p{Script=Han}{2,4}?)(?:省|市|区|县|州)$/u
const pronoun = /[我你他她们全本各该向到在去找从给报诉]$/u

const isHan = (sign: string | undefined): boolean => sign !== undefined && /\p{Script=Han}/u.test(sign)

/** Names within names are one: the longest from the left. */
const mentionsIn = (text: string, { names, longest }: Gazetteer): readonly Mention[] => {
  const found: Mention[] = []
  for (let start = 0; start < text.length; start++) {
    for (let length = Math.min(longest.get(text[start] ?? '') ?? 0, text.length - start); length >= 2; length--) {
      const namings = names.get(text.slice(start, start + length))
      if (namings === undefined) continue
      found.push({ start, end: start + length, namings })
      start += length - 1
      break
    }
  }
  return found
}

/** Another prefecture's or province's place stands right before it. */
const isForeign = (text: string, { start }: Mention): boolean => {
  const [whole] = isForeignBefore.exec(text.slice(Math.max(0, start - 6), start)) ?? []
  if (whole === undefined) return false
  const name = whole.slice(0, -1)
  return !/(?:凉山|自治)$/u.test(name) && !pronoun.test(name) && !pronoun.test(name.slice(0, 1)) && name.length >= 2
}

const isWord = (text: string, { start }: Mention): boolean => {
  const taken = isTakenBefore[text[start] ?? '']
  return taken?.test(text.slice(Math.max(0, start - 1), start)) === true
}

type Around = { readonly words: string; readonly before: string; readonly after: string; readonly last: 'county' | 'township' | undefined }

/** How much one writing of a name says; nothing where it is likely another word. */
const weighed = ({ writing, township }: Naming, { words, before, after, last }: Around): number => {
  const weight = weightOf[writing]
  if (writing !== 'bare') return weight
  // 礼州镇田坝村: a village that is called like a township elsewhere.
  if (last === 'township') return 0
  if (last === 'county' && township !== null) return 0.85
  if (isAnywhere.test(words)) return 0
  if (township === null) return isHan(before.at(-1)) && !leftEdge.test(before) && !rightEdge.test(after) ? 0.5 : 0.9
  return leftEdge.test(before) && rightEdge.test(after) ? weight : 0
}

const leaning = ({ before, after }: Around): number => {
  if (isOriginBefore.test(before) || isOriginAfter.test(after)) return 0.25
  if (isLeft.before.test(before) && isLeft.after.test(after)) return 0.25
  if (isBureauAfter.test(after)) return 0.6
  return isMatterBefore.test(before) ? 1.15 : 1
}

type Candidate = Pick<Naming, 'county' | 'township'> & { readonly weight: number; readonly reasons: readonly string[] }

const keyOf = ({ county, township }: Pick<Naming, 'county' | 'township'>): string => township ?? county

/**
 * Of one name that several have, those of the county that was named before it, or that is known; all of them where none is. 城北街道 is no 城北镇.
 */
const narrowed = (namings: readonly Naming[], counties: readonly (string | undefined)[]): readonly Naming[] => {
  for (const county of counties) {
    const there = county === undefined ? [] : namings.filter((naming) => naming.county === county)
    if (there.length > 0) return there
  }
  const own = namings.filter(({ writing }) => writing !== 'other-kind')
  return own.length > 0 ? own : namings
}

/** The county itself says no more than one of its townships that is also named. */
const withoutWhole = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.flatMap((one) => {
    if (one.township !== null) {
      const whole = candidates.find(({ county, township }) => county === one.county && township === null)
      return [
        whole === undefined
          ? one
          : { ...one, weight: one.weight + whole.weight / 2, reasons: [...new Set([...whole.reasons, ...one.reasons])] },
      ]
    }
    return candidates.some(({ county, township }) => county === one.county && township !== null) ? [] : [one]
  })

const aroundOf = (text: string, { start, end }: Mention, last: Mention | undefined): Around => ({
  words: text.slice(start, end),
  before: text.slice(Math.max(0, start - 6), start),
  after: text.slice(end, end + 12),
  last: last?.end !== start ? undefined : last.namings.some(({ township }) => township === null) ? 'county' : 'township',
})

const isNoPlace = (text: string, mention: Mention, { after, last }: Around): boolean =>
  (isNoPlaceAfter.test(after) && !isOriginAfter.test(after)) || (last === undefined && (isWord(text, mention) || isForeign(text, mention)))

const candidatesIn = (text: string, gazetteer: Gazetteer, chosen: string | undefined): readonly Candidate[] => {
  const candidates = new Map<string, Candidate>()
  let last: Mention | undefined
  let named: string | undefined
  for (const mention of mentionsIn(text, gazetteer)) {
    const around = aroundOf(text, mention, last)
    if (isNoPlace(text, mention, around)) continue
    const meant = narrowed(mention.namings, [named, chosen]).map((naming) => ({
      naming,
      weight: weighed(naming, around) * leaning(around),
    }))
    for (const { naming, weight } of meant) {
      if (weight === 0) continue
      const { weight: known = 0, reasons = [] } = candidates.get(keyOf(naming)) ?? {}
      candidates.set(keyOf(naming), {
        county: naming.county,
        township: naming.township,
        // The same name twice is a little surer, not twice as sure.
        weight: Math.max(known, weight) + (known > 0 ? 0.1 : 0),
        reasons: [...new Set([...reasons, around.words])],
      })
    }
    if (!meant.some(({ weight }) => weight > 0)) continue
    last = mention
    const [only, ...others] = new Set(meant.map(({ naming }) => naming.county))
    if (others.length === 0) named = only
  }
  return withoutWhole([...candidates.values()])
}

const doubt = 0.15
const most = 3
/** What is said much less clearly than the clearest is not offered beside it. */
const leastShare = 0.4

/**
 * 第十八条 属地: where a matter may be, by the names that stand in the words; a village that no catalogue has goes with the township beside it.
 * Names that several places have are offered for each. `chosen`: the county that somebody has said already.
 * @clause 18a
 */
export const placesIn = (text: string, known: Gazetteer, chosen?: string): readonly PlaceRead[] => {
  const found = candidatesIn(text, known, chosen)
  // A township says more than a county, and what was said to be there already agrees.
  const scoreOf = ({ weight, township, county }: Candidate): number =>
    weight * (township === null ? 1 : 1.2) * (county === chosen ? 1.5 : 1)
  const best = Math.max(0, ...found.map(scoreOf))
  const offered = found.filter((one) => scoreOf(one) >= best * leastShare)
  const all = offered.reduce((sum, one) => sum + scoreOf(one), doubt)
  return offered
    .map((one): PlaceRead => ({
      county: one.county,
      township: one.township,
      confidence: Math.min(1, one.weight) * (scoreOf(one) / all),
      reasons: one.reasons,
    }))
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, most)
}
