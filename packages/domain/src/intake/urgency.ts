import type { Urgency } from '../vocabulary/index.ts'

/** How urgent words sound, and which of them do; `ordinary` where none does. */
export type UrgencyRead = { readonly urgency: Urgency; readonly signs: readonly string[] }

/** 12-4b: sudden disaster, accident, public health, public safety. Better once too often than once too seldom. */
const disaster =
  /滑坡|(?:山|坡|土)[^\s\p{P}]{0,4}往下滑|滑下来|泥石流|山洪|暴洪|洪水|涨水|水漫|淹了|被淹|决堤|溃坝|泄洪|垮坝|崩塌|雪崩|落石|石头[^\s\p{P}]{0,4}(?:一直|不停)滚|滚石|塌方|塌陷|(?:路|地)[^\s\p{P}]{0,4}陷(?:下|了)|地震|山火|(?:森林|草原|山上|山林|林子)[^\s\p{P}]{0,4}(?:着火|起火|火)|雷击|龙卷风|冲(?:走|垮|毁|断)|水[^\s\p{P}]{0,4}(?:越来越高|涨上来|漫过|冲进)|决口|管涌|堰塞|雪(?:压垮|封住)/gu
const accident =
  /火灾|起火|着火|失火|明火|火苗|(?:房|楼|屋|窗|仓库|店|车|山)[^\s\p{P}]{0,6}(?:冒烟|冒(?:黑|浓)烟|浓烟)|爆炸|炸了|坍塌|垮塌|倒塌|(?:楼|房|墙|桥|脚手架|塔吊|挡墙|棚|坝|矿|洞)[^\s\p{P}]{0,4}(?:塌|垮|倒了|要倒|快倒|倾斜|歪了|斜了)|(?:裂|缝)[^\s\p{P}]{0,8}(?:斜|歪|越来越|变宽|又宽)|突然[^\s\p{P}]{0,4}(?:裂|开裂|下沉)|翻车|翻(?:下|到|进)[^\s\p{P}]{0,6}|坠(?:落|崖|桥|楼|机)|掉(?:下|进|到)[^\s\p{P}]{0,8}(?:崖|河|江|井|水|桥|洞|坑|去)|压(?:着|住|到|在)[^\s\p{P}]{0,3}人|被(?:困|埋|压|卡)|困在|卡在里面|出不来|停在半空|吊在半空|溺水|落水|触电|电(?:倒|死)|电线[^\s\p{P}]{0,6}(?:断|掉)|(?:燃气|天然气|煤气|液化气|氨气|氯气|毒气|化学品|危化品|管子?|罐)[^\s\p{P}]{0,10}(?:泄漏|泄露|漏|喷|挖断)|(?:天然气|燃气|煤气)味|臭鸡蛋味|一氧化碳|撞(?:了|伤|死)[^\s\p{P}]{0,3}人|撞在一起|车祸|砸(?:伤|死|到人)|(?:有人|多人|人员|好几个)[^\s\p{P}]{0,4}(?:受伤|伤亡|失踪|被埋)|死了人|有人死|流了?很多血|大出血|躺在(?:地上|路)|救命|救援|出人命|透水|冒顶|瓦斯|井下|脱轨|沉船|翻船|侧翻|失控|刹不住|悬(?:在|空)|冒火花|火花|烧起来|自燃|(?:缆车|索道|吊桥|钢缆|锅炉)[^\s\p{P}]{0,8}(?:断|停|卡|歪|响)|(?:没有?|还没)(?:回来|上来|出来)|失踪|走丢|找不到(?:人|孩子|娃|老人)|(?:柱子|墙|楼|梁|地基|钢缆|桥面?)[^\s\p{P}]{0,6}(?:断|裂|响|掉|歪|斜|下沉)|(?:踩|咬|砸|烧|烫|炸|蜇)伤|(?:伤|死)了?(?:几|两|三|四|五|十|多|好|\d)[^\s\p{P}]{0,2}[个人名]|重伤|没气了|快不行/gu
const health =
  /食物中毒|中毒|上吐下泻|集体(?:腹泻|呕吐|发烧)|(?:人|学生|孩子|娃娃)[^\s\p{P}]{0,8}(?:都|全)?(?:呕吐|拉肚子|腹泻|昏倒|晕倒|发烧出疹)|呕吐[^\s\p{P}]{0,8}(?:学生|人|孩子)|疫情|鼠疫|霍乱|炭疽|禽流感|狂犬病|怕是传染|传染病|死了[^\s\p{P}]{0,6}[头只](?:羊|牛|猪|鸡|鸭)|叫不醒|倒下去|晕倒|昏迷|不省人事|嘴唇发紫|没有呼吸|喘不上气|吐血|抽搐|要生了|羊水破|难产|(?:陆续|接连|好几个|都|一起|多个|又有)[^\s\p{P}]{0,8}(?:发烧|高烧|发热|拉肚子|吐|晕|发麻|头痛|起疹|病倒)|(?:喝|吃)了[^\s\p{P}]{0,10}(?:发麻|头晕|肚子(?:痛|疼)|呕吐|难受)|送(?:走|去|进)了?[^\s\p{P}]{0,2}(?:[几两三四五十\d])个|病了/gu
const safety =
  /投毒|下毒|持刀|拿(?:着)?(?:砍)?刀|砍刀|砍人|捅人|持枪|枪声|劫持|绑架|抢劫|入室|踹开|跳楼|跳河|跳桥|轻生|自杀|自焚|想不开|不想活|寻短见|栏杆外|聚众|斗殴|打群架|械斗|要打起来|打起来|正在打架|锄头[^\s\p{P}]{0,4}棒|聚了[^\s\p{P}]{0,4}(?:十|百)多?人|扬言[^\s\p{P}]{0,6}(?:炸|杀|砍|烧|跳)|炸药|炸弹|爆炸物|雷管|往外跑|跑下来|可疑|不明(?:包裹|物体|液体)|滴滴响|对峙|威胁要|泼汽油|浇汽油|汽油[^\s\p{P}]{0,6}(?:点|烧)|围攻|打砸|追着[^\s\p{P}]{0,4}(?:打|砍)|拿着?(?:刀|斧|棍|锄)/gu
const emergency = [disaster, accident, health, safety]

/** 12-4a: water, power or gas gone far around; pollution. */
const outage =
  /(?:(?:还|就|都|全)?黑着|打不着火|用不上[水电气]|没有?压力|停产|停水|停电|停气|断水|断电|断气|没水|没电|没气|没有水|没有电|没有气|水管[^\s\p{P}]{0,4}爆裂|爆管)/gu
const farAround =
  /大面积|半个|老城区|开发区|工业园|全(?:城|县|镇|乡|村|小区|市|院|街)|整(?:个|条|片|座)|片区|几个(?:小区|村|乡|镇)|好几个(?:小区|村|乡|镇)|周边(?:几|好几)|上(?:百|千|万)(?:户|人|家)|[几数]?(?:百|千|万)(?:多|来|把)?户|成片|一片都|都停|全停|全部(?:停|断)|所有(?:人|住户|居民|小区)/gu
const pollution =
  /死鱼|(?:水源|取水口|水厂)[^\s\p{P}]{0,10}(?:油|毒|农药|废)|一层油|油污|鱼[^\s\p{P}]{0,6}(?:死|翻白|翻肚)|毒死|水(?:源|库|厂)[^\s\p{P}]{0,6}(?:污染|发臭|变色)|饮用水[^\s\p{P}]{0,6}(?:污染|发臭|变色|异味)|(?:河|江|湖|海|水库|溪|沟)[^\s\p{P}]{0,8}(?:变(?:红|黑|白|黄|绿)|发黑发臭|油污|一层油)|(?:偷排|直排|排放|倾倒|倒)[^\s\p{P}]{0,10}(?:废酸|废油|毒|化工|重金属|尾矿|废液)|尾矿[^\s\p{P}]{0,6}(?:泄|漏|溢)|刺鼻[^\s\p{P}]{0,12}(?:睁不开|呛|咳|头晕|恶心)|(?:呛|熏)得?[^\s\p{P}]{0,8}(?:睁不开|喘|头晕|恶心|呕)|[牛羊鸭鸡鱼狗猪人]喝了?[^\s\p{P}]{0,6}(?:倒|死|吐)|(?:沟|河|水|塘)[^\s\p{P}]{0,4}[绿红黑黄白]得|(?:罩|笼)在[^\s\p{P}]{0,6}烟|闷烧|臭烟|呛鼻|熏得|毒烟|毒气/gu

/** It did not happen, has not yet, or long ago: 建议加强火灾演练. Only what is close before or after counts. */
const notNow =
  /(?:预防|防止|防范|防备|避免|以防|以免|万一|如果|要是|假如|一旦|担心|怕|害怕|隐患|演练|演习|培训|宣传|知识|讲座|保险|理赔|补偿|补助|赔付|赔偿|救助金|灾后|重建|规划|预案|去年|前年|早年|以前|多年前|曾经|历史上|扑灭|修好|恢复了|已经恢复|险情解除)$/u
const notNowAfter =
  /^(?:的)?(?:演练|演习|预防|防范|保险|险|理赔|补偿|补助|赔付|隐患|知识|讲座|宣传|培训|报警器|检测|检查|应急预案|预案|点|易发|区|治理|评估|监测|防治|防控|政策|期间|疫苗|时期|以后的补|过后|之后[^\s\p{P}]{0,6}补|怎么(?:预防|防|办保险|赔)|怎么办理)/u

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
 * 第十二条（四）: whether words tell of a special or an emergency matter. It only speaks up; whoever takes the call decides,
 * and nothing may rest on its silence.
 * @clause 12-4a
 * @clause 12-4b
 */
export const readUrgency = (text: string): UrgencyRead => {
  const dire = emergency.flatMap((signs) => saidNow(text, signs))
  if (dire.length > 0 && !isOnlyAsked(text)) return { urgency: 'emergency', signs: dire }
  const gone = saidNow(text, outage)
  const around = [...text.matchAll(farAround)].map(([said]) => said)
  const fouled = saidNow(text, pollution)
  if (isOnlyAsked(text)) return { urgency: 'ordinary', signs: [] }
  if (fouled.length > 0) return { urgency: 'special', signs: fouled }
  return gone.length > 0 && around.length > 0 ? { urgency: 'special', signs: [...gone, ...around] } : { urgency: 'ordinary', signs: [] }
}
