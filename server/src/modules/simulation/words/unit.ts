import type { Chance } from '../chance.ts'
import { replies } from '../data/replies.ts'
import { fill } from '../data/fill.ts'
import type { Matter } from '../matter.ts'
import { directAnswer } from './centre.ts'

export const firstResponse = (chance: Chance): string =>
  chance.pick([
    '已派人赶赴现场，先设置警戒、疏散周边群众，正在核实情况。',
    '值班人员二十分钟内到场，电源（气源）已经切断，暂无人员受伤。',
    '已与诉求人取得联系，应急队伍正在路上，预计半小时内到达。',
  ])
export const progressWords = (chance: Chance): string =>
  chance.pick([
    '险情已经控制，抢修人员连夜作业，预计明日恢复；受影响群众已由社区安置。',
    '已完成应急处置，隐患部位临时加固，专业单位正在评估永久方案。',
    '现场恢复正常，正在查明原因，结果形成后书面答复诉求人。',
  ])
export const internalNote = (chance: Chance): string =>
  chance.pick([
    '现场照片和询问笔录已归档。',
    '已与属地街道会商，分工见会议记录。',
    '当事商户此前被投诉过一次，列入重点巡查。',
    '费用由年度养护经费列支。',
  ])
export const sendBackWords = (chance: Chance): string =>
  chance.pick([
    '请写明办理的时间和责任人。',
    '没有回应诉求人提的第二个问题，请补充。',
    '依据写得笼统，请引用具体条款。',
    '口语过多，请重新整理。',
  ])

const poor = [
  '您反映的问题已收悉，我单位高度重视，将按照有关规定办理。',
  '经研究，您反映的事项不属于我单位职责范围，建议您向其他部门反映。',
  '已转相关科室处理，请您耐心等待。',
]
const informed = ['经与业务科室核对，现把办理条件、材料和流程逐项告知如下：', '就您咨询的事项，依据现行规定答复如下：']
const pondered = [
  '您的建议很有针对性，我们已组织研究：近期能办的先行落实，{span2}内见效；涉及资金和规划的，列入下一年度计划。',
  '感谢您的建议。经现场踏勘，具备条件的点位{span2}内实施，其余纳入整体改造，进展会在部门网站公布。',
]
const thanked = ['感谢您的肯定，已转达并在单位内通报表扬，我们会继续努力。']

const opening = (unitName: string): readonly string[] => [
  `您好，您反映的问题${unitName}已经收到并办理，现答复如下：`,
  `您好！${unitName}收到您的诉求后，当日安排专人核实。`,
  `您好，${unitName}工作人员已到现场查看并与您联系，现将办理情况告知您：`,
]
const closings = [
  '感谢您的监督，如有疑问请在工作时间与我们联系。',
  '如问题再次出现，请随时拨打12345反映。',
  '给您带来不便，敬请谅解。',
  '感谢您对我们工作的理解和支持。',
  '',
]
const commonResults = [
  '工作人员{span}到现场核实，情况属实，已要求责任方立即整改，并于{span2}内完成；我们会在整改后再次查看。',
  '经核查，该情况存在。已约谈责任单位负责人，下达整改通知书，限期{span2}内整改到位，逾期将依法处理。',
  '经调取资料并与当事各方沟通，双方已达成一致：责任方在{span2}内处理完毕，我单位负责跟踪到底。',
  '该问题涉及设施老化，已先行应急处理恢复使用；彻底改造列入今年计划，预计{span2}内进场施工。',
]

type Asked = { readonly matter: Matter; readonly unitName: string; readonly isPoor: boolean; readonly round: number }

const found = (chance: Chance, { subject }: Matter): string => {
  const own = replies.filter(([of]) => of === subject).map(([, text]) => text)
  return chance.pick(own.length === 0 || chance.happens(0.25) ? commonResults : own)
}

/** What is told, by what was wanted: an answer, a word on a proposal, thanks, or what was found and done. */
const resultOf = (chance: Chance, matter: Matter): string => {
  if (matter.kind === 'praise') return chance.pick(thanked)
  if (matter.kind === 'suggestion') return chance.pick(pondered)
  return matter.kind === 'consultation' ? chance.pick(informed) + directAnswer(matter) : found(chance, matter)
}

/** A reply as units write it. */
export const replyWords = (chance: Chance, { matter, unitName, isPoor, round }: Asked): string => {
  if (isPoor) return `您好，${chance.pick(poor)}`
  const isLookedAt = ['complaint', 'help', 'report'].includes(matter.kind)
  const begun = isLookedAt ? chance.pick(opening(unitName)) : `您好，${unitName}已收到您的来件。`
  const again = round > 1 ? '针对您回访时提出的意见，我们重新核查并补充办理：' : ''
  return `${begun}${again}${fill(chance, resultOf(chance, matter))}${chance.pick(closings)}`
}
