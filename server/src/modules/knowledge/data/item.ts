import type { KnowledgeType } from '@open12345/domain/vocabulary'

/** An item of the demonstration, written for it; the sources are real, the wording is ours. */
export type DemonstrationItem = {
  /** The digits that end the item's id; never given to another item. */
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
  petition: { unitId: 'petitions', name: '州信访局' },
  emergency: { unitId: 'emergency-management', name: '州应急管理局' },
  power: { unitId: 'power-supply', name: '国网凉山供电公司' },
  land: { unitId: 'natural-resources', name: '州自然资源局' },
  agriculture: { unitId: 'agriculture', name: '州农业农村局' },
  forestry: { unitId: 'forestry', name: '州林业和草原局' },
  health: { unitId: 'health', name: '州卫生健康委员会' },
  transport: { unitId: 'transport', name: '州交通运输局' },
  tourism: { unitId: 'culture-tourism', name: '州文化广播电视和旅游局' },
  urbanManagement: { unitId: 'urban-management', name: '州城市管理行政执法局' },
  fire: { unitId: 'fire-rescue', name: '州消防救援支队' },
  tax: { unitId: 'tax', name: '国家税务总局凉山彝族自治州税务局' },
  finance: { unitId: 'financial-regulation', name: '国家金融监督管理总局凉山监管分局' },
  postal: { unitId: 'postal', name: '州邮政管理局' },
  economy: { unitId: 'economy-information', name: '州经济和信息化局' },
  governmentServices: { unitId: 'government-services', name: '州政务服务和公共资源交易服务中心' },
  office: { unitId: 'office', name: '州人民政府办公室' },
} as const
