type SimulatedRecord = Readonly<Record<string, string | number>>

/** By connector and number. Nobody of these exists, and no number has the form of a real one. */
export const simulatedRecords: Readonly<Record<string, Readonly<Record<string, readonly SimulatedRecord[]>>>> = {
  'social-insurance': {
    'YS-0001': [
      { person: '演示甲', scheme: '城乡居民基本养老保险', state: '正常参保', paidUntil: '2026-12', where: '西昌市（演示）' },
      { person: '演示甲', scheme: '城乡居民基本医疗保险', state: '正常参保', paidUntil: '2026-12', where: '西昌市（演示）' },
    ],
    'YS-0002': [{ person: '演示乙', scheme: '企业职工基本养老保险', state: '暂停缴费', paidUntil: '2025-09', where: '会理市（演示）' }],
  },
  'case-progress': {
    'YSBJ-2026-0001': [
      { matter: '不动产转移登记（演示）', state: '审核中', step: '复审', promisedOn: '2026-12-01', window: '综合窗口3号' },
    ],
    'YSBJ-2026-0002': [
      { matter: '食品经营许可（演示）', state: '已办结', step: '待取件', promisedOn: '2026-11-10', window: '综合窗口5号' },
    ],
  },
}
