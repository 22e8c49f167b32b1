import type { Label } from './labels.ts'

/** 8-1: the five domains of government that the hotline serves. */
export const subjectDomains = {
  economy: { zh: '经济调节', en: 'Economic regulation' },
  market: { zh: '市场监管', en: 'Market supervision' },
  society: { zh: '社会管理', en: 'Social management' },
  services: { zh: '公共服务', en: 'Public services' },
  environment: { zh: '生态环境保护', en: 'Environmental protection' },
} as const satisfies Record<string, Label>
export type SubjectDomain = keyof typeof subjectDomains

export type Subject = { readonly code: string; readonly domain: SubjectDomain; readonly label: Label }
const subject = (code: string, domain: SubjectDomain, zh: string, en: string): Subject => ({ code, domain, label: { zh, en } })

/** 事项目录. A code is never given a second meaning. */
export const subjects: readonly Subject[] = [
  subject('business-support', 'economy', '惠企政策', 'Support for enterprises'),
  subject('tax', 'economy', '税收缴纳', 'Taxes'),
  subject('prices', 'economy', '价格与收费', 'Prices and charges'),
  subject('agriculture', 'economy', '农业农村', 'Agriculture and villages'),
  subject('rural-revitalisation', 'economy', '乡村振兴与帮扶', 'Rural revitalisation'),
  subject('consumer', 'market', '消费维权', 'Consumer rights'),
  subject('food-safety', 'market', '食品安全', 'Food safety'),
  subject('drugs', 'market', '药品与医疗器械', 'Drugs and devices'),
  subject('product-quality', 'market', '产品质量', 'Product quality'),
  subject('special-equipment', 'market', '电梯等特种设备', 'Lifts and special equipment'),
  subject('business-registration', 'market', '登记与许可', 'Registration and permits'),
  subject('wages', 'society', '拖欠工资', 'Unpaid wages'),
  subject('labour', 'society', '劳动关系', 'Labour relations'),
  subject('public-security', 'society', '治安管理', 'Public security'),
  subject('household-registration', 'society', '户籍证件', 'Household registration'),
  subject('traffic-order', 'society', '交通秩序', 'Traffic order'),
  subject('urban-order', 'society', '市容与占道', 'Streets and order'),
  subject('illegal-building', 'society', '违法建设', 'Illegal building'),
  subject('work-safety', 'society', '安全生产', 'Work safety'),
  subject('village-affairs', 'society', '村（社区）事务', 'Village and community affairs'),
  subject('official-conduct', 'society', '工作作风', 'Conduct of officials'),
  subject('water-supply', 'services', '供水', 'Water supply'),
  subject('power-supply', 'services', '供电', 'Power supply'),
  subject('gas-supply', 'services', '供气', 'Gas supply'),
  subject('telecom', 'services', '通信网络', 'Telecommunications'),
  subject('property-management', 'services', '物业管理', 'Property management'),
  subject('housing', 'services', '住房与房产', 'Housing'),
  subject('housing-fund', 'services', '住房公积金', 'Housing fund'),
  subject('land-requisition', 'services', '征地拆迁', 'Land requisition'),
  subject('social-insurance', 'services', '社会保险', 'Social insurance'),
  subject('medical-insurance', 'services', '医疗保障', 'Medical insurance'),
  subject('social-assistance', 'services', '社会救助', 'Social assistance'),
  subject('health', 'services', '医疗卫生', 'Health care'),
  subject('education', 'services', '教育教学', 'Education'),
  subject('public-transport', 'services', '公共交通', 'Public transport'),
  subject('roads', 'services', '道路建设与养护', 'Roads'),
  subject('street-lights', 'services', '路灯与市政设施', 'Street lights and fittings'),
  subject('tourism', 'services', '文化旅游', 'Culture and tourism'),
  subject('government-services', 'services', '政务服务', 'Government services'),
  subject('employment', 'services', '就业创业', 'Employment'),
  subject('noise', 'environment', '噪声扰民', 'Noise'),
  subject('air', 'environment', '大气污染', 'Air pollution'),
  subject('water-pollution', 'environment', '水体污染', 'Water pollution'),
  subject('waste', 'environment', '垃圾与环卫', 'Waste and sanitation'),
  subject('ecology', 'environment', '林草与生态', 'Forests and ecology'),
  subject('other', 'services', '其他', 'Other'),
]
