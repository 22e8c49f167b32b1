import type { Chance } from '../chance.ts'

export const urgencyReason = (chance: Chance): string =>
  chance.pick([
    '诉求人再次来电称现场有人受伤，危险仍在扩大。',
    '经核听录音，涉及群众人身安全，登记时未列为紧急。',
    '同一地点短时间内多人反映，可能引发群体性事件。',
  ])
export const officeReport = (chance: Chance): string =>
  chance.pick([
    '接群众来电反映紧急情况，已通知承办单位赶赴现场，后续进展随时续报。',
    '辖区发生涉及公共安全的紧急事项，暂无伤亡报告，中心正在跟进处置。',
    '接报特殊事项，已核实时间、地点和影响范围，正在派单并电话告知承办单位。',
  ])
export const officeInstruction = (chance: Chance): string | null =>
  chance.pick(['请承办单位立即到场处置，每两小时报告一次进展。', '请属地和主管部门同步到场，先保障群众安全。', null])
export const callNote = (chance: Chance): string | null => chance.pick(['已告知地点和联系方式。', '值班员复述无误。', null])
