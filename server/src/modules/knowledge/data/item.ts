import type { KnowledgeType } from '@open12345/domain/vocabulary'

/** An item of the demonstration, written for it; the sources are real, the wording is ours. */
export type DemonstrationItem = {
  /** Two digits that end the item's id; never given to another item. */
  readonly no: string
  /** A guide unless told. */
  readonly type?: KnowledgeType
  readonly title: string
  readonly owner: { readonly unitId: string; readonly name: string }
  readonly source: string
  readonly keywords: readonly string[]
  readonly validOnFrom: string
  readonly paragraphs: readonly string[]
}

export const owners = {
  bigData: { unitId: 'centre', name: '州大数据中心' },
  publicSecurity: { unitId: 'public-security', name: '州公安局' },
  labour: { unitId: 'human-resources', name: '州人力资源和社会保障局' },
  medicalInsurance: { unitId: 'medical-insurance', name: '州医疗保障局' },
  civilAffairs: { unitId: 'civil-affairs', name: '州民政局' },
  housing: { unitId: 'housing', name: '州住房和城乡建设局' },
  housingFund: { unitId: 'housing-fund', name: '州住房公积金管理中心' },
  market: { unitId: 'market', name: '州市场监督管理局' },
  environment: { unitId: 'ecology', name: '州生态环境局' },
  education: { unitId: 'education', name: '州教育和体育局' },
  justice: { unitId: 'justice', name: '州司法局' },
  petition: { unitId: 'petition', name: '州信访局' },
  emergency: { unitId: 'emergency-management', name: '州应急管理局' },
  power: { unitId: 'power-supply', name: '国网凉山供电公司' },
  office: { unitId: 'office', name: '州人民政府办公室' },
} as const
