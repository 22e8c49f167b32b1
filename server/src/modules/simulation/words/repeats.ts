import type { Chance } from '../chance.ts'

export const terminationOpinion = (chance: Chance): string =>
  chance.pick([
    '经查，该事项已于原工单依法办结，书面答复已送达；本次反映没有新的事实和理由，我单位已三次当面解释。依据有关规定，建议终结办理。',
    '诉求人所提补偿要求已经生效判决驳回，我单位无权另行处理。已出具书面意见并说明救济途径，建议终结办理。',
    '经多次现场核查和协调，法律法规和政策允许的措施均已落实，诉求人仍就同一事项反复反映，建议终结办理。',
  ])
export const terminationRefusal = (chance: Chance): string =>
  chance.pick(['本次反映有新的事实，请核实后继续办理。', '书面意见没有逐项回应诉求，依据不足，请继续办理。'])
export const againExplained = (chance: Chance): string =>
  chance.pick([
    '您反映的事项此前已依法终结办理，现将原办理意见和依据向您说明；如有新的事实，请随时提供。',
    '该事项已有明确的书面意见，本次未提出新的事实。已再次向您解释有关规定和可以走的法律途径。',
  ])
