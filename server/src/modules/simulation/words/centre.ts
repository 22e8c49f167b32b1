import type { DeclineGround } from '@open12345/domain/vocabulary'
import { chanceFrom } from '../chance.ts'
import { directAnswers } from '../data/direct-answers.ts'
import type { Matter } from '../matter.ts'

const explanations: Readonly<Record<DeclineGround, string>> = {
  '9-1':
    '您反映的事项依法应当通过诉讼、仲裁、行政复议、纪检监察或者信访等程序解决，热线不能代替这些程序处理。已告知您受理机关和需要准备的材料。',
  '9-2': '您要查询的内容涉及他人个人隐私（或者国家秘密、商业秘密），热线不能受理，也请您不要在公开渠道发布。',
  '9-3': '这属于紧急救助事项，已立即转接并告知您应急号码；请保持电话畅通，注意自身安全。',
  '9-4': '您反映的事项属于军队职权范围，地方热线无权受理，已告知您军队有关部门的反映渠道。',
  '9-5': '经两次询问仍不能确定您要反映的具体事项，本次无法受理。您想好具体的时间、地点和诉求后，随时可以再来电。',
  '9-6': '您提出的要求不符合法律法规的规定，热线不能受理。已说明相关规定和主管部门的联系方式。',
  '9-7': '依照有关规定，该事项不属于热线受理范围，已告知您有管辖权的机关和办理途径。',
}
export const declineWords = (ground: DeclineGround): string => explanations[ground]

const general = [
  '该事项可以在县（市）政务服务大厅综合窗口办理，带上本人身份证和相关证明材料；也可以在“天府通办”上预约，工作日九点到十七点受理。',
  '该事项全程网办，登录四川政务服务网选择凉山州即可提交，一般五个工作日内有结果；不会操作的，村（社区）便民服务站可以代办。',
  '办理条件、所需材料和收费标准（不收费）已逐项说明，窗口地址和办公时间见短信。如窗口要求额外材料，请再来电反映。',
]

/** What is answered at once; the same matter hears the same. */
export const directAnswer = ({ subject, kind, ordinal }: Matter): string => {
  const chance = chanceFrom(ordinal + 17)
  if (kind === 'praise') return '感谢您的肯定！您的表扬已转告相关单位和个人，欢迎继续监督我们的工作。'
  if (kind === 'suggestion') return '感谢您的建议，已整理报送主管部门研究，采纳情况会在政府网站公布。'
  const own = directAnswers.filter(([of]) => of === subject).map(([, text]) => text)
  return chance.pick(own.length > 0 ? own : general)
}

const notes = [
  '请按职责调查处理并直接答复诉求人。',
  '来电人情绪较急，请先电话联系，再到现场核实。',
  '同一问题近期有多人反映，请一并核查。',
  '请会同属地乡镇（街道）现场处理。',
]
/** Half of the dispatches carry a note. */
export const centreNote = (ordinal: number): string | null => (ordinal % 2 === 0 ? (notes[(ordinal / 2) % notes.length] ?? null) : null)
