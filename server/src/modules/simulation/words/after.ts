import type { Rating } from '@open12345/domain/vocabulary'
import type { Chance } from '../chance.ts'

const replies: Readonly<Record<Rating, readonly (readonly [text: string, weight: number])[]>> = {
  satisfied: [
    ['1', 60],
    ['满意', 20],
    ['11', 6],
    ['1 1', 4],
    ['很好，谢谢', 5],
    ['都满意', 5],
  ],
  'basically-satisfied': [
    ['2', 70],
    ['基本满意', 25],
    ['22', 5],
  ],
  dissatisfied: [
    ['3', 60],
    ['不满意', 25],
    ['13', 10],
    ['还是没有解决', 5],
  ],
}
/** As people type it on a telephone; some of it cannot be read with certainty. */
export const smsReply = (chance: Chance, opinion: Rating): string =>
  chance.happens(0.03) ? chance.pick(['？', '你们是哪个单位', '好的', '收到']) : chance.weighted(replies[opinion])

export const followUpNote = (chance: Chance, opinion: Rating): string =>
  opinion === 'dissatisfied'
    ? chance.pick([
        '诉求人表示问题仍然存在，要求再次处理。',
        '诉求人认为答复笼统，没有写明时限。',
        '诉求人表示没有人到现场。',
        '诉求人对政策本身有意见。',
      ])
    : chance.pick(['诉求人表示已经解决，对办理结果认可。', '诉求人表示工作人员上门两次，态度好。', '诉求人认可办理结果，希望以后少跑腿。'])

export const redoInstruction = (chance: Chance): string =>
  chance.pick([
    '请再次到现场核实，逐项答复诉求人提出的问题，写明完成时限。',
    '原答复未回应诉求，请重新办理，由负责人审核后答复。',
    '请联系诉求人确认具体位置后处理，并附处理前后照片。',
  ])

export const lawfulBasis = (chance: Chance): string =>
  chance.pick([
    '经核，答复引用的政策现行有效，办理程序和结果符合规定；诉求人的要求超出政策规定的标准。',
    '经核对承办单位的现场记录和依据，答复合法合规，已向诉求人说明救济途径。',
    '该事项受规划和资金安排限制，承办单位已列入计划并公开，答复符合有关规定。',
  ])
