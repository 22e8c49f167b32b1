import type { DeclineGround, Kind, LawfulChannel } from '@open12345/domain/vocabulary'

/** What is asked of a hotline that may not take it, with the ground and whose it is. */
export type Unacceptable = {
  readonly ground: DeclineGround
  readonly lawfulChannel: LawfulChannel
  readonly kind: Kind
  readonly subject: string
  readonly text: string
}
const asked = (ground: DeclineGround, lawfulChannel: LawfulChannel, kind: Kind, subject: string, text: string): Unacceptable => ({
  ground,
  lawfulChannel,
  kind,
  subject,
  text,
})

export const unacceptable: readonly Unacceptable[] = [
  asked('9-1', 'court', 'complaint', 'housing', '法院判了三年还没有执行到位，开发商欠我{money}，请12345让法院快点执行。'),
  asked(
    '9-1',
    'petition-office',
    'complaint',
    'land-requisition',
    '征地的事我已经到信访局登记了，还在办理期限内，想让你们再转一次，快一点。',
  ),
  asked('9-1', 'arbitration', 'complaint', 'labour', '劳动仲裁下个月开庭，请你们先认定公司违法，让公司现在就赔我{money}。'),
  asked('9-1', 'administrative-review', 'complaint', 'traffic-order', '我对交警的处罚决定不服，请12345直接把这张罚单撤了。'),
  asked('9-1', 'discipline-inspection', 'report', 'official-conduct', '举报某干部违纪收受礼金，请你们立案处分他。'),
  asked(
    '9-1',
    'information-disclosure',
    'consultation',
    'government-services',
    '我要求公开{where}去年全部征地批文的复印件，今天就发给我。',
  ),
  asked('9-2', 'secrecy-bureau', 'consultation', 'other', '我想知道{where}某处涉密工程的具体位置和图纸，请提供。'),
  asked('9-2', 'competent-department', 'consultation', 'household-registration', '帮我查一下前夫现在的住址和电话，还有他跟谁登记结婚了。'),
  asked('9-2', 'competent-department', 'consultation', 'business-support', '我想要对面{shop}的客户名单和进货价，你们市场部门肯定有。'),
  asked('9-3', 'police-110', 'help', 'public-security', '有人在{road}拿刀追打，快来人！'),
  asked('9-3', 'ambulance-120', 'help', 'health', '{person}突然晕倒叫不醒，在{where}{road}，快派救护车！'),
  asked('9-3', 'fire-119', 'help', 'work-safety', '{road}的仓库冒烟了，火苗都窜出来了！'),
  asked('9-3', 'traffic-122', 'help', 'traffic-order', '{road}两辆车撞在一起，有人受伤，路堵死了。'),
  asked('9-4', 'military', 'complaint', 'noise', '附近部队训练场早上出操的号声太大，请让他们改时间。'),
  asked('9-4', 'military', 'consultation', 'employment', '想问部队文职的面试成绩为什么还没有公布。'),
  asked('9-5', 'none-needed', 'other', 'other', '你们都不管，我跟你们说了也没有用，反正就是不行，你们自己看着办。'),
  asked('9-5', 'none-needed', 'other', 'other', '（来电人反复询问话务员私人情况，未提出诉求。）'),
  asked('9-5', 'none-needed', 'complaint', 'other', '那个事情还没有解决，就是上次那个，你们知道的。'),
  asked('9-6', 'competent-department', 'help', 'illegal-building', '我在自家承包地上盖了两层楼，请你们跟执法局说一声不要拆。'),
  asked('9-6', 'competent-department', 'complaint', 'tourism', '我的野导游小队被罚了{money}，要求退钱并且允许我继续拉客。'),
  asked('9-6', 'competent-department', 'suggestion', 'education', '要求把我家孩子直接安排到重点班，不然我天天打电话。'),
  asked('9-7', 'court', 'complaint', 'other', '邻居借了我{money}不还，请你们去帮我要。'),
  asked('9-7', 'competent-department', 'complaint', 'telecom', '我在国外网站上买游戏点卡被骗，请你们把钱追回来。'),
]
