/** Said close before or after, it did not happen, has not yet, or is over: 建议加强火灾演练. */
const notNow =
  /(?:预防|防止|防范|防备|避免|以防|以免|免得|省得|万一|如果|要是|假如|一旦|担心|怕|害怕|差点|险些|隐患|演练|演习|培训|宣传|知识|讲座|保险|理赔|补偿|补助|赔付|赔偿|救助金|灾后|重建|规划|预案|禁止|严禁|扑灭|修好|恢复了|已经恢复|险情解除|听说|网上传|新闻|电视上?|没有发生|不会|赤裸裸的?|定时|简直是?)$/u
const notNowAfter =
  /^(?:的)?(?:演练|演习|预防|防范|保险|险|理赔|补偿|补助|赔付|隐患|知识|讲座|宣传|培训|报警器|检测|检查|应急预案|预案|点|易发|区|治理|评估|监测|防治|防控|政策|期间|疫苗|时期|高发|急救|以后的补|过后|之后[^\s\p{P}]{0,6}补|怎么(?:预防|防|办保险|赔)|怎么办理|的?(?:牌|课|标志)|报警|最好|提前|找到了|找回来|回来了|要多久|多少钱|频繁|重灾区|已经[^\s\p{P}]{0,3}年|了?[一二三四五六七八九十几多\d]+年)/u
const pause = /[，。！？；、,.!?;\s]/u

/** Goes on for long, or comes again and again: a grievance, however bad. */
const again = /经常|常年|长年|多次|频繁|频频|每天|每年|天天|年年|长期|时常|总是|曾经?|屡次|三天两头|隔三差五|一到|一下雨/u
/** A long account tells of what has been; who is in need is brief, or says that it is now. */
const [longTold, around] = [150, 30]
const fresh = /现在|正在|刚刚|刚才|此刻|突然|马上|快来|救|今[天早晚]|[昨前][天晚夜]|还在/u

/** Whether a stretch of the text is told as something that goes on. */
export const isNow = (text: string, start: number, end: number): boolean => {
  const clause =
    text
      .slice(Math.max(0, start - 12), start)
      .split(pause)
      .at(-1) ?? ''
  if (text.length > longTold && !fresh.test(text.slice(Math.max(0, start - around), end + around))) return false
  if (again.test(clause) || again.test(text.slice(start, end))) return false
  return !notNowAfter.test(text.slice(end)) && !Array.from(clause, (_, at) => clause.slice(0, at + 1)).some((part) => notNow.test(part))
}

const goesOn = /(?<!到)现在|正在|刚刚|刚才|马上|快[来派点]|赶快|赶紧|(?<![解急])救(?!助|济|护车费)|还在|还没|还有人|一直|又/u
/** Long ago, unless it is since then. */
const longAgo = /(?<![从自打])(?:去年|前年|早年|多年前|几年前|那年|上个月|前几个?月|半年前|(?:二〇|20)[〇零一二三四五六七八九\d]{2}年)/u
const over =
  /(?:已经|都|早就?)(?:修好|恢复|扑灭|打灭|解决|解除)|火[^\p{P}]{0,4}(?:打灭|扑灭|灭了)|(?:停的?水|自来水|(?<!洪)水(?=已经|都)|电|气)(?:已经|都)?(?:来了|通了)|找(?:到|回来)了|恢复(?:正常|供[水电气])|^感谢|感谢[^\p{P}]{1,8}(?:同志|师傅|民警|帮|救)|谢谢(?:你们|[^\p{P}]{1,6}(?:同志|师傅|队|民警|医生))|表扬|锦旗/u
/** Questions of rules, drills and news, and what should be done one day. */
const onlyAsked =
  /^(?:请问|咨询|想问|我想(?:问|了解)|想了解|建议|希望)|演[习练]|听说|听新闻|新闻[里上]|网上(?:说|传)|(?:电视|手机)上?[^\p{P}]{0,3}(?:看到|说)|看(?:到)?(?:电视|新闻)|(?:怎么|如何|在哪里?)(?:申请|办理?|报名?|报销|认定|赔|补办?)|能不能(?:申请|减免|报销?|参加|带|上坟)|报不报|要不要(?:报备|存)|多久一次|是不是真的|是真的吗|正常吗/u

/** What is over, long ago, or only asked about: no word in it tells of anything that goes on. */
export const isDistant = (text: string): boolean => (over.test(text) || longAgo.test(text) || onlyAsked.test(text)) && !goesOn.test(text)

/** The stretches that are told as going on, each once. */
export const toldNow = (text: string, signs: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(signs)].filter(({ index, 0: said }) => isNow(text, index, index + said.length)).map(([said]) => said)),
]
