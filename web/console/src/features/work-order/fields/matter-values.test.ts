import { describe, expect, it } from 'vitest'
import { acceptBodyOf, accountMark, type MatterValues } from './matter-values.ts'

const account = '01a2b3c4-0000-7000-8000-000000000001'
const report: MatterValues = { kind: 'report', subject: 'official-conduct', place: { county: '513401', township: null } }
const accepted = (more: MatterValues) => acceptBodyOf({ ...report, ...more })

describe('第二十条（三） [20c] 受理表上的被投诉、被举报单位', () => {
  it('采用提示时指到的人，随那个单位；改选别的单位，就不再带着他', () => {
    const aboutAccount = accountMark('housing', account)
    const taken = { about: 'accused', aboutUnitId: 'housing', aboutAccount } as const
    expect(accepted(taken)?.relations).toMatchObject({ accusedUnitId: 'housing', accusedAccountId: account, respondentAccountId: null })
    expect(accepted({ ...taken, about: 'respondent' })?.relations).toMatchObject({
      respondentUnitId: 'housing',
      respondentAccountId: account,
      accusedAccountId: null,
    })
    expect(accepted({ ...taken, aboutUnitId: 'water' })?.relations).toMatchObject({ accusedUnitId: 'water', accusedAccountId: null })
    expect(accepted({ ...taken, about: 'nobody' })?.relations).toMatchObject({ accusedUnitId: null, accusedAccountId: null })
    expect(accepted({ ...taken, aboutAccount: accountMark('housing', null) })?.relations.accusedAccountId).toBeNull()
  })

  it('“没有被举报单位”只对举报、只在没有选被举报单位时有话说', () => {
    expect(accepted({ noneAccused: true })?.noneAccused).toBe(true)
    expect(accepted({})?.noneAccused).toBe(false)
    expect(accepted({ noneAccused: true, about: 'accused', aboutUnitId: 'housing' })?.noneAccused).toBe(false)
    expect(accepted({ noneAccused: true, kind: 'complaint' })?.noneAccused).toBe(false)
  })
})
