import type { Chance } from '../chance.ts'

const titles: Readonly<Record<string, string>> = {
  'water-supply': '片区停水',
  'power-supply': '片区停电',
  noise: '同一噪声源扰民',
  'street-lights': '路灯大面积不亮',
}
export const incidentTitle = (subject: string): string => titles[subject] ?? '同一事项多人反映'

export const publicNotice = (chance: Chance): string =>
  chance.pick([
    '该情况已派承办单位现场处置，预计当日恢复；恢复后将统一答复反映的群众，请勿重复拨打。',
    '多位群众反映的同一问题正在处理，进展将在本页更新，请注意安全并互相转告。',
  ])
export const readyAnswer = (chance: Chance): string =>
  chance.pick([
    '您好，您反映的情况已有多人反映，承办单位正在现场处理，办结后统一答复您。',
    '您好，该区域的问题已经派单处置，预计今天内恢复，结果会告知您。',
  ])
export const finalAnswer = (chance: Chance): string =>
  chance.pick([
    '您好，您和其他群众反映的问题已经处置完毕，现场已恢复正常；如再次出现，请拨打12345。',
    '您好，经承办单位处理，故障已排除，后续将加强巡查。感谢您的理解和监督。',
  ])
export const leavingReason = (chance: Chance): string =>
  chance.pick(['回电核实，诉求人反映的是自家线路问题，与该事件无关，单独派单。', '地点不在该事件影响范围内，另行派单。'])
