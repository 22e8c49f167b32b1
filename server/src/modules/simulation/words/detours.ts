import type { VerificationFinding } from '@open12345/domain/vocabulary'
import type { Chance } from '../chance.ts'

export const verificationQuestion = (chance: Chance): string =>
  chance.pick([
    '诉求人反映的事项是否属于贵单位职责范围？请核实后答复，以便引导诉求人。',
    '此事项涉及管理权限不明，请核实由哪一级、哪个单位办理。',
    '请核实该项业务目前是否仍由贵单位受理，需要什么条件。',
  ])

const findings: Readonly<Record<VerificationFinding, readonly string[]>> = {
  'within-scope': ['经核实，属于我单位职责范围，请转我单位办理。', '该业务由我单位办理，可以受理，联系窗口已更新。'],
  'other-department': ['经核实，不属于我单位职责，按三定方案由业务主管部门办理，建议按派单目录转办。'],
  'out-of-scope': ['经核实，该事项正在诉讼程序中，不属于行政机关受理范围。', '该事项系民事纠纷，没有行政主管部门，建议引导其依法维权。'],
}
export const verificationAnswer = (chance: Chance, finding: VerificationFinding): string => chance.pick(findings[finding])
export const outOfScopeWords = '经向主管部门核实，您反映的事项不属于12345热线受理范围，已告知您依法反映的途径。'

export const returnReason = (chance: Chance): string =>
  chance.pick([
    '经现场核实，涉事地点不在我单位管辖范围内。',
    '该事项的审批和监管职责已划转，我单位没有执法权限。',
    '诉求所涉设施的产权和管护单位不是我单位。',
    '诉求人反映的是行业监管问题，我单位只负责属地配合。',
  ])
export const returnBasis = (chance: Chance): string =>
  chance.pick(['单位“三定”规定第三条', '权责清单（2025年版）', '机构改革职责划转文件', '设施管护移交协议'])
export const returnNote = (chance: Chance): string | null => chance.pick(['同意退回，转建议单位办理。', '情况属实，另行转办。', null])
export const rulingWords = (chance: Chance): string =>
  chance.pick([
    '派单目录载明该事项由贵单位承办，退回理由不成立，请继续办理。',
    '属地管理责任明确，现场处置由贵单位负责，需要其他部门配合的可提请协办。',
  ])
export const rulingBasis = (chance: Chance): string => chance.pick(['派单目录及单位权责清单', '热线运行管理暂行办法第十一条（二）'])

export const extensionReason = (chance: Chance): string =>
  chance.pick([
    '需要第三方检测机构出具报告，检测周期较长。',
    '涉及产权资料调档和多方协商，短期内难以达成一致。',
    '配件需从外地调运，到货后方可施工。',
    '当事人在外地务工，约定下周返回后现场处理。',
  ])
export const exceptionWords = (chance: Chance): string =>
  chance.pick(['政策正在修订，须待主管部门书面明确口径后答复，同意例外延期。', '涉及跨省核查，情况特殊，经负责人研究同意例外延期。'])
export const extensionRefusal = (chance: Chance): string =>
  chance.pick(['情况并不复杂，请在原时限内办结。', '所述理由不足以延期，请先答复已核实部分。'])

export const unitNote = (chance: Chance): string | null =>
  chance.pick(['请就本单位职责部分处理。', '请与其他承办单位联系后一并到现场。', null])
export const changeReason = (chance: Chance): string =>
  chance.pick(['核实后发现另涉及其他单位职责。', '现场核查后明确责任单位。', '职责部分已由其他单位一并处理。'])
export const opinionWords = (chance: Chance): string =>
  chance.pick([
    '我单位已到现场核查，涉及我单位的部分已要求整改，照片随附，请牵头单位汇总答复。',
    '经查，相关手续齐全；扰民部分已约谈负责人，建议答复时说明整改期限。',
    '我单位负责的设施已修复，其余部分请牵头单位统筹。',
  ])

export const coordinationReason = (chance: Chance): string =>
  chance.pick([
    '该处设施建设单位已注销，未移交任何单位，法律法规未明确管护主体。',
    '地块处于两县交界，历史上多次调整，权属和监管职责均无明确规定。',
    '新业态经营行为，现行规定未明确行业主管部门。',
  ])
export const coordinationRecord = (chance: Chance): string =>
  chance.pick([
    '召集有关单位专题协调，各方说明了历史沿革和现有职责，一致同意先行处置、再完善移交手续。',
    '会议听取有关单位意见，认为按照属地管理原则由所在地单位先行承办更有利于解决问题。',
  ])
export const designationGrounds = (chance: Chance): string =>
  chance.pick(['经专题协调，指定由该单位承办，其他单位配合。', '按照属地管理、便于处置的原则指定承办单位。'])

export const passOnNote = (chance: Chance): string | null =>
  chance.pick(['请尽快到现场核实并反馈。', '请联系诉求人，处理后附照片反馈。', null])
export const townshipReport = (chance: Chance): string =>
  chance.pick([
    '乡镇工作人员已入户走访，情况属实，已协调村组处理完毕，诉求人表示认可。',
    '已到现场查看，问题存在，已安排整改，预计三日内完成。',
    '已与双方当事人沟通，达成口头协议，后续由村委会跟踪。',
  ])
