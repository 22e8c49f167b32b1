import type { UnitKind } from '../units.ts'
import { counties } from './counties.ts'

export type UnitData = {
  readonly unitId: string
  readonly name: string
  readonly kind: UnitKind
  readonly parentId?: string
  readonly supervisedBy?: string
  readonly placeCode?: string
}

const departments = [
  ['development-reform', '州发展和改革委员会'],
  ['economy-information', '州经济和信息化局'],
  ['education', '州教育和体育局'],
  ['public-security', '州公安局'],
  ['civil-affairs', '州民政局'],
  ['human-resources', '州人力资源和社会保障局'],
  ['natural-resources', '州自然资源局'],
  ['ecology', '州生态环境局'],
  ['housing', '州住房和城乡建设局'],
  ['urban-management', '州城市管理行政执法局'],
  ['transport', '州交通运输局'],
  ['water', '州水利局'],
  ['agriculture', '州农业农村局'],
  ['culture-tourism', '州文化广播电视和旅游局'],
  ['health', '州卫生健康委员会'],
  ['emergency-management', '州应急管理局'],
  ['market', '州市场监督管理局'],
  ['medical-insurance', '州医疗保障局'],
] as const

const enterprises = [
  ['water-supply', '供水公司', 'housing'],
  ['power-supply', '供电公司', 'economy-information'],
  ['gas-supply', '燃气公司', 'housing'],
] as const

const sections = [
  ['housing-property', '物业管理科', 'housing'],
  ['housing-market', '房地产市场监管科', 'housing'],
  ['human-resources-labour', '劳动监察支队', 'human-resources'],
  ['market-complaints', '消费者权益保护科', 'market'],
] as const

const offices = [
  ['xichang-beicheng', '西昌市北城街道办事处', 'xichang', '513401001'],
  ['xichang-lizhou', '西昌市礼州镇人民政府', 'xichang', '513401101'],
] as const

/**
 * The units of a trial in Liangshan. Top units have no parent, so that nobody's own tree is the whole prefecture; who supervises them
 * takes what accuses them (clause 20c).
 */
export const liangshanUnits: readonly UnitData[] = [
  { unitId: 'office', name: '州人民政府办公室', kind: 'office' },
  { unitId: 'centre', name: '州12345热线中心', kind: 'centre', supervisedBy: 'office' },
  ...counties.map(([placeCode, name, unitId]): UnitData => ({
    unitId,
    name: `${name}人民政府`,
    kind: 'county',
    supervisedBy: 'office',
    placeCode,
  })),
  ...departments.map(([unitId, name]): UnitData => ({ unitId, name, kind: 'department', supervisedBy: 'office' })),
  ...enterprises.map(([unitId, name, supervisedBy]): UnitData => ({ unitId, name, kind: 'enterprise', supervisedBy })),
  ...sections.map(([unitId, name, parentId]): UnitData => ({ unitId, name, kind: 'section', parentId })),
  ...offices.map(([unitId, name, parentId, placeCode]): UnitData => ({ unitId, name, kind: 'township', parentId, placeCode })),
]
