import { unitNames, type NamedUnit } from '../unit-names.ts'

const unit = (
  unitId: string,
  name: string,
  shortName: string,
  kind: string,
  parentId: string | null = null,
  placeCode: string | null = null,
): NamedUnit => ({
  unitId,
  name,
  shortName,
  kind,
  parentId,
  placeCode,
})

/** A prefecture's list as it is in fact: bureaus at the prefecture, counties with their towns, one county with a bureau of its own. */
export const named = unitNames([
  unit('government', '凉山彝族自治州人民政府', '州政府', 'office'),
  unit('housing', '州住房和城乡建设局', '住建', 'department'),
  unit('housing-property', '物业管理科', '物业', 'section', 'housing'),
  unit('human-resources', '州人力资源和社会保障局', '人社', 'department'),
  unit('market', '州市场监督管理局', '市场监管', 'department'),
  unit('ecology', '州生态环境局', '生态环境', 'department'),
  unit('education', '州教育和体育局', '教体', 'department'),
  unit('transport', '州交通运输局', '交通', 'department'),
  unit('development', '州发展和改革委员会', '发改', 'department'),
  unit('police', '州公安局', '公安', 'department'),
  unit('traffic-police', '州公安局交通警察支队', '交警', 'section', 'police'),
  unit('civil-affairs', '州民政局', '民政', 'department'),
  unit('natural-resources', '州自然资源局', '自然资源', 'department'),
  unit('urban', '州城市管理行政执法局', '城管', 'department'),
  unit('water', '州水利局', '水利', 'department'),
  unit('health', '州卫生健康委员会', '卫健', 'department'),
  unit('emergency', '州应急管理局', '应急', 'department'),
  unit('medical', '州医疗保障局', '医保', 'department'),
  unit('fund', '州住房公积金管理中心', '公积金', 'department'),
  unit('fire', '州消防救援支队', '消防', 'department'),
  unit('tax', '国家税务总局凉山彝族自治州税务局', '税务', 'department'),
  unit('bank', '中国人民银行凉山州分行', '人行', 'department'),
  unit('disabled', '州残疾人联合会', '残联', 'department'),
  unit('water-supply', '供水公司', '供水', 'enterprise'),
  unit('power', '供电公司', '供电', 'enterprise'),
  unit('mobile', '中国移动凉山分公司', '移动', 'enterprise'),
  unit('bus', '公共交通公司', '公交', 'enterprise'),
  unit('xichang', '西昌市人民政府', '西昌', 'county', null, '513401'),
  unit('huili', '会理市人民政府', '会理', 'county', null, '513402'),
  unit('huili-housing', '会理市住房和城乡建设局', '住建', 'department', 'huili', '513402'),
  unit('yanyuan', '盐源县人民政府', '盐源', 'county', null, '513423'),
  unit('beicheng', '西昌市北城街道办事处', '北城街道', 'township', 'xichang', '513401001'),
  unit('lizhou', '西昌市礼州镇人民政府', '礼州镇', 'township', 'xichang', '513401101'),
  unit('taiping', '会理市太平镇人民政府', '太平镇', 'township', 'huili', '513402107'),
  unit('weicheng', '盐源县卫城镇人民政府', '卫城镇', 'township', 'yanyuan', '513423101'),
])
export const xichang = { county: '513401', township: '513401101' }
export const huili = { county: '513402', township: null }
