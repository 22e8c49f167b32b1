import type { HandlingMark, NoteReason } from '@open12345/domain/vocabulary'
import type { Chance } from '../chance.ts'

const explanations: Readonly<Record<NoteReason, readonly string[]>> = {
  'beyond-law': ['已当面向诉求人出示有关法律条文，说明其要求没有法律依据，并告知其可以依法申请行政复议或者提起诉讼。'],
  'policy-limits': [
    '已上门向诉求人说明现行政策的适用范围和补贴标准，其情形暂不在范围内；政策调整后将主动告知。',
    '已电话解释项目资金和规划安排，本年度名额已满，诉求人表示知晓。',
  ],
  expectation: ['已两次与诉求人沟通，说明已采取的措施和客观条件，其期望的赔偿数额超出合理范围，建议协商或者通过司法途径解决。'],
}
export const unitExplanation = (chance: Chance, reason: NoteReason): string => chance.pick(explanations[reason])

export const noteBasis = (chance: Chance): string =>
  chance.pick([
    '事实清楚，承办单位已按规定办理并耐心解释，有现场记录和通话记录佐证，符合备注办结条件。',
    '经核对政策原文和解释记录，诉求超出政策规定，承办单位解释到位，予以备注办结。',
  ])

export const disputeGrounds = (chance: Chance): string =>
  chance.pick([
    '我单位已按期办结并当面反馈，诉求人对处理结果签字认可，评价与事实不符，附现场照片和签字单。',
    '诉求人不满意的是另一单位的事项，与本工单办理无关，附通话记录。',
    '诉求人的要求明显超出法律规定，我单位已依法答复，申请甄别。',
  ])
export const screeningWords = (chance: Chance, isOut: boolean): string =>
  isOut
    ? chance.pick(['证据充分，不满意的原因不在承办单位，予以剔除。', '评价对象有误，核对录音属实，予以剔除。'])
    : chance.pick(['所附材料不能证明已回应诉求，评价有效。', '诉求人反映的问题客观存在，异议不成立。'])

const citations: Readonly<Record<HandlingMark, readonly string[]>> = {
  mediation: ['依据《中华人民共和国人民调解法》进入调解程序，调解书编号见附件。', '属于行政调解事项，已由主管部门组织双方调解。'],
  enforcement: ['已立案调查，依据《中华人民共和国行政处罚法》办理。', '属于执法办案事项，案件办理进度以法定程序为准。'],
}
export const markCitation = (chance: Chance, mark: HandlingMark): string => chance.pick(citations[mark])

export const newFacts = (chance: Chance): string =>
  chance.pick([
    '修好两天又坏了，跟原来一模一样，请再来看看。',
    '整改以后又反弹，昨晚拍了新的视频，请重新处理。',
    '找到了当时的收据和合同，可以证明我说的情况，请再核实。',
  ])
