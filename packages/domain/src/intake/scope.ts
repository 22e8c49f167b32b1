import type { DeclineGround, LawfulChannel } from '../vocabulary/index.ts'

/** A ground of 第九条 that words may fall under, where such a matter belongs, and the words that say so. */
export type ScopeRead = { readonly ground: DeclineGround; readonly lawfulChannel: LawfulChannel; readonly signs: readonly string[] }

type Sign = readonly [ground: DeclineGround, lawfulChannel: LawfulChannel, pattern: RegExp]

/** In this order: what saves lives comes first, what is a matter of procedure before what is unlawful. */
const signs: readonly Sign[] = [
  [
    '9-3',
    'fire-119',
    /(?:现在|正在|刚刚|已经|突然)?[^\s\p{P}]{0,6}(?:着火了|起火了|失火了|火苗|火烧起来|正在烧|冒烟了)|快叫消防|(?:困在|卡在)[^\s\p{P}]{0,6}(?:电梯|火场)[^\s\p{P}]{0,4}出不来/u,
  ],
  [
    '9-3',
    'ambulance-120',
    /叫救护车|派救护车|救护车快|叫不醒|没有呼吸|没了呼吸|昏迷不醒|大出血|心口疼得|喘不上气|吐血|抽搐|要生了|快不行了/u,
  ],
  [
    '9-3',
    'traffic-122',
    /(?:两|三|几|辆)[^\s\p{P}]{0,3}车[^\s\p{P}]{0,4}(?:相撞|撞在一起|追尾|撞上了)|撞了人|撞到人|出车祸|发生车祸|车祸现场|车翻了/u,
  ],
  [
    '9-3',
    'police-110',
    /(?:拿|持|提)(?:着)?(?:刀|枪|棍|砍刀)|正在(?:打架|打人|砸|抢)|打起来了|有人要打我|砍人|抢劫|被抢了|入室|小偷正|有人跟踪我|快报警|快来人|有人要跳|要跳楼|被人绑/u,
  ],
  ['9-4', 'military', /部队|军队|武警|驻军|军区|军营|军人(?:违纪|打人)|军用|营区|兵役局的军人|解放军|军官|士官|文职/u],
  ['9-2', 'secrecy-bureau', /国家秘密|涉密|机密|绝密|保密工程|军事设施的位置|内部文件|未公开的会议纪要/u],
  [
    '9-2',
    'competent-department',
    /(?:查|告诉|提供|给)[^\s\p{P}]{0,8}(?:他|她|前夫|前妻|老公|老婆|邻居|老板|别人|对方|同事|某某|这个人|那个人|女儿男朋友)[^\s\p{P}]{0,8}(?:住址|地址|电话号码|手机号|身份证号|行踪|开房|存款|银行流水|婚姻|病历|工资)|(?:他|她|同事|邻居|对方|别人|前夫|前妻)的(?:病历|病情|存款|流水|住址|电话|行踪)|客户名单|进货价|配方|商业秘密|报价底价|标底/u,
  ],
  [
    '9-1',
    'petition-office',
    /(?:已经|已|正在|早就)?[^\s\p{P}]{0,4}(?:信访局|信访办|信访)[^\s\p{P}]{0,10}(?:登记|受理|立案|办理|答复|复查|复核|处理|上访)|正在信访|走信访/u,
  ],
  [
    '9-1',
    'arbitration',
    /仲裁(?:委|院|庭)?[^\s\p{P}]{0,12}(?:开庭|受理|裁决|裁定|立案|申请|不服|已|下周|正在)|(?:不服|对)[^\s\p{P}]{0,6}仲裁/u,
  ],
  [
    '9-1',
    'court',
    /(?<!自称|冒充|所谓)法院[^\s\p{P}]{0,14}(?:判|执行|立案|开庭|起诉|受理|审理|法官|没有|不|一审|二审)|(?:一审|二审|再审)|判决书|已经起诉|正在起诉|打官司|官司|我起诉|起诉(?:了|他|她|卖家|商家|老板)|强制执行|上诉|法官|庭审/u,
  ],
  [
    '9-1',
    'discipline-inspection',
    /纪委|监委|纪检|违纪|(?:书记|主任|局长|镇长|乡长|县长|干部|科长|领导|所长|村长)[^\s\p{P}]{0,16}(?:受贿|收[^\s\p{P}]{0,4}(?:钱|礼|红包|好处)|贪污|贪|吃回扣|挪用公款|以权谋私)|职务犯罪/u,
  ],
  [
    '9-1',
    'administrative-review',
    /行政复议|复议|(?:不服|撤销|撤掉|取消|推翻)[^\s\p{P}]{0,8}(?:处罚|罚单|罚款|决定书|认定书|行政决定)|(?:处罚|罚单|罚款|决定书|认定书)[^\s\p{P}]{0,8}(?:不服|撤销|撤掉|撤了)/u,
  ],
  [
    '9-1',
    'information-disclosure',
    /政府信息公开|信息公开申请|申请公开|(?:要求|请)[^\s\p{P}]{0,4}公开[^\s\p{P}]{0,20}(?:批文|文件|会议纪要|合同|复印件|台账|原件|档案|预算|明细)|依申请公开/u,
  ],
  [
    '9-6',
    'competent-department',
    /(?:不要|别|不用|不许|阻止|叫停)[^\s\p{P}]{0,4}(?:拆|查|罚|处罚|管)(?:我|了)?|(?:帮|替|给)我[^\s\p{P}]{0,8}(?:办假|开假|作假|走后门|托关系|开后门|说情|通融|销分|消分|删记录)|无证[^\s\p{P}]{0,10}(?:让我|允许|继续)|(?:允许|让)[^\s\p{P}]{0,6}(?:我)?(?:继续)?(?:拉客|赌|放牧|采砂|采矿|砍树|无证|超生|摆在路上)|直接安排[^\s\p{P}]{0,12}(?:重点|工作|编制|名额)|罚了[^\s\p{P}]{0,12}(?:退|要求)|假证|假章|枪支|代孕|赌博[^\s\p{P}]{0,6}(?:输|赢)[^\s\p{P}]{0,10}(?:要回|追回|还)|高利贷[^\s\p{P}]{0,8}(?:帮|收)/u,
  ],
  [
    '9-7',
    'competent-department',
    /(?:国外|境外|外国|海外|外省|省外|成都|重庆|云南|贵州|攀枝花|宜宾|乐山|昆明)[^\s\p{P}]{0,18}(?:被骗|追回|投诉|管一管|处理|退款|的事|当地|把他处理)|外地的?(?:公司|商家|单位)/u,
  ],
  [
    '9-7',
    'court',
    /借(?:了|给)[^\s\p{P}]{0,14}(?:不还|没还|要不回|不认账)|(?<!工资[^\s\p{P}]{0,20}|打了)欠条(?![^\s\p{P}]{0,12}(?:工资|工钱))|借条|(?:离婚|分手|彩礼|抚养权|遗产|继承|赡养费|分家)|(?:个人|私人)(?:债务|借款|纠纷)|赌债/u,
  ],
  [
    '9-5',
    'none-needed',
    /(?:你|妹妹|小姐)[^\s\p{P}]{0,6}(?:有男朋友|多大了|结婚了|长得|陪我|声音真好|微信加)|没(?:有)?(?:什么)?事[^\s\p{P}]{0,6}(?:就是|聊|打着玩|试试)|(?:随便|就是)(?:打打|打着玩|聊聊|试试|问着玩)|你们(?:都|全)?(?:是)?(?:一群|一帮)?(?:废物|饭桶|垃圾|骗子|混蛋|王八|畜生)|给我滚|滚蛋|滚远|骂死|去死|(?:那个|那件|上次)(?:事情|事)[^\s\p{P}]{0,12}(?:你们知道|就是那个|还没|怎么样了)$|就是上次那个|你们看着办|反正就是不行|自己看着办|说不清楚?|不说了|外星人|有人(?:监控|控制)我的?(?:脑|思想)/u,
  ],
]

/** What must not be refused on these words alone: who is slow, rude or idle there is a matter of ours. */
const isOfService =
  /(?:窗口|态度|排队|大厅|停车|门口|厕所|在哪里?|电话是多少|怎么(?:去|走|申请|办理)|几点(?:上|下)班|需要(?:什么|哪些)材料)/u

/** How a line behaved is a matter of ours, and nobody is in danger any more. */
const isOfManner = /态度|希望(?:改进|以后)|事后|上个?月|去年|前几天/u

/**
 * 第九条: whether words tell of what the hotline does not take, and where it belongs; undefined where nothing says so. It only speaks up: whoever takes
 * the call explains, guides, and has it verified where that cannot be decided.
 * @clause 9-1
 * @clause 9-3
 */
export const readScope = (text: string): ScopeRead | undefined => {
  for (const [ground, lawfulChannel, pattern] of signs) {
    const said = pattern.exec(text)?.[0]
    if (said === undefined || (ground === '9-3' ? isOfManner : isOfService).test(text)) continue
    return { ground, lawfulChannel, signs: [said] }
  }
  return undefined
}
