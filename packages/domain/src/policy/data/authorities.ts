import type { Authority } from '../rules.ts'

/** Who has adopted which norm, from when, by which document. */
export const authorities: readonly Authority[] = [
  {
    id: 'liangshan',
    name: { zh: '凉山彝族自治州', en: 'Liangshan Yi Autonomous Prefecture' },
    calendar: 'liangshan',
    adoptions: [{ pack: 'liangshan-2023-18', from: '2023-02-17', to: null, document: '凉府办函〔2023〕18号' }],
  },
]
