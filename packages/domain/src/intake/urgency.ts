import type { Urgency } from '../vocabulary/index.ts'

/** How urgent words sound, and which of them do; `ordinary` where none does. */
export type UrgencyRead = { readonly urgency: Urgency; readonly signs: readonly string[] }

/** 12-4b: sudden disaster, accident, public health, public safety. Better once too often than once too seldom. */
const emergency =
  /山体滑坡|滑坡|泥石流|山洪|暴洪|地震了|洪水|决堤|溃坝|垮坝|崩塌|落石|塌方|山火|森林着火|草原着火|火灾|起火|着火|失火|冒(?:黑|浓)烟|火苗|浓烟|爆炸|坍塌|垮塌|倒塌|塌了|(?:楼|房|墙|桥|脚手架|塔吊|挡墙)\S{0,4}(?:倒了|要倒|快倒|要塌|快塌|倾斜)|翻车|翻下|坠落|坠崖|坠桥|掉(?:下|进|到)\S{0,6}(?:悬崖|河里|江里|井里|水库|桥下)|被(?:困|埋|压)|埋了|困在|溺水|落水|触电|漏电\S{0,6}(?:人|电倒)|煤气中毒|一氧化碳|(?:燃气|天然气|煤气|液化气|氨气|氯气|毒气|化学品|危化品)\S{0,8}(?:泄漏|泄露|漏了|漏气)|(?:泄漏|泄露|漏气)|食物中毒|集体(?:腹泻|呕吐|发烧|中毒)|(?:多|好几|几|十几|几十|\d+)\S{0,2}(?:人|个学生|个孩子|名学生|个娃娃)\S{0,8}(?:呕吐|拉肚子|腹泻|中毒|发烧|受伤|昏倒|晕倒)|疫情|鼠疫|霍乱|炭疽|禽流感|狂犬|投毒|下毒|持刀|拿刀|砍人|捅人|持枪|枪声|劫持|绑架|跳楼|跳河|跳桥|轻生|自杀|自焚|想不开|聚众(?:斗殴|闹事)|打群架|械斗|堵路闹事|炸药|炸弹|爆炸物|雷管|伤亡|死了人|有人死|晕倒|昏迷|没有呼吸|喘不上气|大出血|流了很多血|救命|出人命|撞(?:了|伤|死)\S{0,3}人|电线\S{0,6}(?:断|掉)\S{0,6}(?:地|路|水)|臭鸡蛋味|裂缝\S{0,10}(?:越来越|变宽|又宽)|(?:突然|昨晚|昨夜|今早)\S{0,10}(?:开裂|下沉|塌陷)|地面塌陷|路面塌陷|塌陷/gu

/** 12-4a: water, power or gas gone far around; pollution. */
const outage = /(?:停水|停电|停气|断水|断电|断气|没水|没电|没气|没有水|没有电|没有气|水管\S{0,4}爆裂|爆管)/gu
const farAround =
  /大面积|全(?:城|县|镇|乡|村|小区|市|院|街)|整(?:个|条|片|座)|片区|几个(?:小区|村|乡|镇)|好几个(?:小区|村|乡|镇)|周边(?:几|好几)|上(?:百|千|万)(?:户|人|家)|[几数]?(?:百|千|万)(?:多|来|把)?户|成片|一片都|都停|全停|全部(?:停|断)|所有(?:人|住户|居民|小区)/gu
const pollution =
  /死鱼|鱼\S{0,6}(?:死|翻白|翻肚)|毒死|水(?:源|库|厂)\S{0,6}(?:污染|发臭|变色)|饮用水\S{0,6}(?:污染|发臭|变色|异味)|(?:河|江|湖|海|水库|溪|沟)\S{0,8}(?:变(?:红|黑|白|黄|绿)|发黑发臭|油污|一层油)|(?:偷排|直排|排放|倾倒|倒)\S{0,10}(?:废酸|废油|毒|化工|重金属|尾矿|废液)|尾矿\S{0,6}(?:泄|漏|溢)|刺鼻\S{0,12}(?:睁不开|呛|咳|头晕|恶心)|(?:呛|熏)得?\S{0,8}(?:睁不开|喘|头晕|恶心|呕)/gu

/** It did not happen, has not yet, or long ago: 建议加强火灾演练. Only what is close before or after counts. */
const notNow =
  /(?:预防|防止|防范|防备|避免|以防|以免|万一|如果|要是|假如|一旦|担心|怕|害怕|隐患|演练|演习|培训|宣传|知识|讲座|保险|理赔|补偿|补助|赔付|赔偿|救助金|灾后|重建|规划|预案|去年|前年|早年|以前|多年前|曾经|历史上|扑灭|修好|恢复了|已经恢复|险情解除)$/u
const notNowAfter =
  /^(?:的)?(?:演练|演习|预防|防范|保险|险|理赔|补偿|补助|赔付|隐患|知识|讲座|宣传|培训|报警器|检测|检查|应急预案|预案|点|易发|区|治理|评估|监测|防治|防控|政策|期间|疫苗|时期|以后的补|过后|之后\S{0,6}补|怎么(?:预防|防|办保险|赔)|怎么办理)/u

const isNow = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - 8), start)
  return (
    !notNowAfter.test(text.slice(end)) &&
    !Array.from(before, (_, at) => before.slice(0, at + 1)).some(
      (part, at) => notNow.test(part) && !/[，。！？；,.!?;]/u.test(before.slice(at + 1)),
    )
  )
}

const saidNow = (text: string, signs: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(signs)].filter(({ index, 0: said }) => isNow(text, index, index + said.length)).map(([said]) => said)),
]

/** What is asked or proposed, and nothing that goes on. */
const isOnlyAsked = (text: string): boolean =>
  /^(?:请问|咨询|想问|我想了解|建议)/u.test(text) && !/现在|正在|刚刚|刚才|马上|快来|救/u.test(text)

/**
 * 第十二条（四）: whether words tell of a special or an emergency matter. It only speaks up; whoever takes the call decides.
 * @clause 12-4a
 * @clause 12-4b
 */
export const readUrgency = (text: string): UrgencyRead => {
  const dire = saidNow(text, emergency)
  if (dire.length > 0 && !isOnlyAsked(text)) return { urgency: 'emergency', signs: dire }
  const gone = saidNow(text, outage)
  const around = [...text.matchAll(farAround)].map(([said]) => said)
  const fouled = saidNow(text, pollution)
  if (isOnlyAsked(text)) return { urgency: 'ordinary', signs: [] }
  if (fouled.length > 0) return { urgency: 'special', signs: fouled }
  return gone.length > 0 && around.length > 0 ? { urgency: 'special', signs: [...gone, ...around] } : { urgency: 'ordinary', signs: [] }
}
