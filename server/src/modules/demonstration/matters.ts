import type { RequestBody } from '@open12345/contract/request'
import type { Build } from '../work-order/index.ts'

/** One step of a matter: hours before the first start, who (login; requester is the citizen), what. */
export type Step = readonly [hoursAgo: number, who: string, build: Build]
export type Matter = { readonly hoursAgo: number; readonly body: RequestBody; readonly steps: readonly Step[] }

type Words = Parameters<Build>[0]
const noRelations = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: null, accusedAccountId: null }

const request = (
  kind: RequestBody['kind'],
  subject: string,
  county: string,
  township: string | null,
  content: string,
  more: Partial<RequestBody> = {},
): RequestBody => ({
  kind,
  subject,
  place: { county, township },
  addressDetail: null,
  content,
  name: '演示用户',
  phone: '13800000000',
  anonymous: false,
  confidential: false,
  aboutUnitId: null,
  files: [],
  ...more,
})

const accept =
  ({ kind, subject, place }: RequestBody, relations = noRelations): Build =>
  () => ({
    name: 'accept',
    kind,
    subject: subject ?? 'other',
    place,
    grade: kind === 'report' ? 'confidential' : 'open',
    urgency: 'ordinary',
    relations,
  })
const dispatch =
  (unitId: string): Build =>
  () => ({ name: 'dispatch', unitId, principle: 'duty', noteText: null })
const sign: Build = () => ({ name: 'sign' })
const draft =
  (reply: string): Build =>
  (words: Words) => ({
    name: 'draft',
    replyText: words.put('reply', reply),
    internalText: words.put('internal', '现场照片已存档。'),
    proofFiles: [],
  })
const approve: Build = () => ({ name: 'approve' })
const deliver: Build = () => ({ name: 'deliver', way: 'sms', noteText: null })
const rate =
  (result: 'satisfied' | 'dissatisfied'): Build =>
  () => ({ name: 'rate', channel: 'web', service: 'satisfied', result, wordsText: null })

const matter = (hoursAgo: number, body: RequestBody, ...steps: readonly Step[]): Matter => ({ hoursAgo, body, steps })

const water = request(
  'help',
  'water-supply',
  '513401',
  '513401001',
  '小区从昨天傍晚开始停水，没有看到停水通知，家里有老人和小孩，想知道什么时候能恢复供水。',
)
const lights = request('complaint', 'street-lights', '513401', '513401002', '巷子里的路灯坏了半个多月，晚上走路看不清，请尽快修一修。')
const noise = request(
  'complaint',
  'noise',
  '513401',
  '513401003',
  '楼下烧烤店每天营业到凌晨两点，音响声音很大，影响一家人休息，希望有人来管一管。',
)
const insurance = request('consultation', 'medical-insurance', '513402', null, '老人在外地住院，出院后回会理怎么报销，需要准备哪些材料？')
const wages = request('complaint', 'wages', '513401', null, '在工地干了三个月，工资一直没有结清，包工头说等甲方拨款，请帮忙协调。')
const school = request('consultation', 'education', '513401', null, '外来务工人员的孩子今年秋季入学需要什么材料，什么时候报名？')
const road = request('suggestion', 'roads', '513434', null, '乡道转弯处没有护栏和反光镜，雨天容易出事，建议加装。')
const bus = request('suggestion', 'public-transport', '513401', null, '早高峰公交车间隔太长，建议加密班次，或者开通学生专线。')
const river = request('report', 'water-pollution', '513425', null, '夜里有人往河沟里排黄色废水，味道刺鼻，请查处。', {
  place: { county: '513402', township: null },
  confidential: true,
})
const property = request(
  'complaint',
  'property-management',
  '513401',
  '513401004',
  '物业两个月没有清理地下车库，污水横流，多次反映没有结果。',
)
const outage = request('help', 'power-supply', '513401', null, '这几天晚上总是跳闸停电，电器都不敢用，请供电部门来看看线路。')
const praise = request('praise', 'government-services', '513401', null, '政务大厅窗口的同志耐心细致，帮我跑通了材料，特此表扬。')

/** Own-written matters, one or more for each desk. */
export const matters: readonly Matter[] = [
  matter(1, water),
  matter(2, insurance),
  matter(3, praise),
  matter(5, lights, [4, 'seat', accept(lights)]),
  matter(6, road, [5, 'seat', accept(road)]),
  matter(8, river, [7, 'seat', accept(river)]),
  matter(26, noise, [25, 'seat', accept(noise)], [24, 'dispatcher', dispatch('ecology')]),
  matter(30, outage, [29, 'seat', accept(outage)], [28, 'dispatcher', dispatch('power-supply')]),
  matter(50, property, [49, 'seat', accept(property)], [48, 'dispatcher', dispatch('housing')], [47, 'clerk-housing', sign]),
  matter(70, wages, [69, 'seat', accept(wages)], [68, 'dispatcher', dispatch('human-resources')], [66, 'clerk-human-resources', sign]),
  matter(
    74,
    bus,
    [73, 'seat', accept(bus)],
    [72, 'dispatcher', dispatch('transport')],
    [70, 'clerk-transport', sign],
    [
      30,
      'handler-transport',
      draft('已与公交公司会商：自下周一起，早高峰 7:00 至 8:30 间隔由 15 分钟缩短为 10 分钟；学生专线正在摸底需求，方案确定后向社会公布。'),
    ],
  ),
  matter(
    96,
    school,
    [95, 'seat', accept(school)],
    [94, 'dispatcher', dispatch('education')],
    [92, 'clerk-education', sign],
    [
      60,
      'handler-education',
      draft(
        '随迁子女入学须提供：户口簿、居住证或者租房合同、监护人务工证明。每年 6 月在“学区登记”页面登记，登记后由县（市）教育部门统筹安排。',
      ),
    ],
    [50, 'reviewer-education', approve],
  ),
  matter(
    120,
    { ...lights, content: '街道转角的窨井盖松动，车一过就响，夜里尤其吵，也怕有人踩空。' },
    [119, 'seat', accept(lights)],
    [118, 'dispatcher', dispatch('housing')],
    [116, 'clerk-housing', sign],
    [80, 'handler-housing', draft('市政养护人员已到现场更换井圈并加装防盗锁扣，您可以到现场查看；如再次松动，请随时反映。')],
    [78, 'reviewer-housing', approve],
    [76, 'handler-housing', deliver],
    [60, 'requester', rate('satisfied')],
  ),
  matter(
    130,
    { ...noise, content: '工地夜间十一点后仍在打桩，持续一周，附近居民无法休息。' },
    [129, 'seat', accept(noise)],
    [128, 'dispatcher', dispatch('ecology')],
    [126, 'clerk-ecology', sign],
    [90, 'handler-ecology', draft('执法人员已责令该工地停止夜间施工，确需连续作业的须先取得证明并公告。')],
    [88, 'reviewer-ecology', approve],
    [86, 'handler-ecology', deliver],
    [70, 'requester', rate('dissatisfied')],
  ),
]
