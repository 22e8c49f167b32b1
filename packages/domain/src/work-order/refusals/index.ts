import { answerRefusals } from './answer.ts'
import { besideRefusals } from './beside.ts'
import { intakeRefusals } from './intake.ts'
import { unitsRefusals } from './units.ts'

export const workOrderRefusals = { ...intakeRefusals, ...unitsRefusals, ...answerRefusals, ...besideRefusals } as const

export type WorkOrderRefusalCode = keyof typeof workOrderRefusals
