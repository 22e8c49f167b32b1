import type { Label } from './labels.ts'

/** The five domains of government that the hotline serves. @clause 8-1 */
export const subjectDomains = {
  economy: { zh: '经济调节', en: 'Economic regulation' },
  market: { zh: '市场监管', en: 'Market supervision' },
  society: { zh: '社会管理', en: 'Social management' },
  services: { zh: '公共服务', en: 'Public services' },
  environment: { zh: '生态环境保护', en: 'Environmental protection' },
} as const satisfies Record<string, Label>
export type SubjectDomain = keyof typeof subjectDomains

export type Subject = {
  readonly code: string
  readonly domain: SubjectDomain
  readonly label: Label
  /** What callers say for it; found when somebody types it, shown nowhere. */
  readonly synonyms: readonly string[]
}
const subject = (code: string, domain: SubjectDomain, zh: string, en: string, ...synonyms: readonly string[]): Subject => ({
  code,
  domain,
  label: { zh, en },
  synonyms,
})

/** Whether somebody who types this means the subject: by its name, its code, or what people call it. */
export const isMeant = ({ code, label: { zh, en }, synonyms }: Subject, typed: string): boolean => {
  const wanted = typed.trim().toLowerCase()
  return [code, zh, en, ...synonyms].some((name) => name.toLowerCase().includes(wanted))
}

/** 事项目录, by domain. A code is never given a second meaning. @clause 8-1 */
export const subjects: readonly Subject[] = [
  subject('business-support', 'economy', '惠企政策', 'Support for enterprises', '优惠政策', '补贴', '奖补'),
  subject('tax', 'economy', '税收缴纳', 'Taxes', '税务', '发票', '个税', '退税'),
  subject('prices', 'economy', '价格与收费', 'Prices and charges', '物价', '乱收费', '涨价', '停车费'),
  subject('agriculture', 'economy', '农业农村', 'Agriculture and villages', '种地', '农机', '耕地', '化肥', '畜牧'),
  subject('rural-revitalisation', 'economy', '乡村振兴与帮扶', 'Rural revitalisation', '扶贫', '脱贫', '低收入帮扶', '易地搬迁'),
  subject('consumer', 'market', '消费维权', 'Consumer rights', '退款', '退货', '12315', '预付卡', '买卖纠纷'),
  subject('food-safety', 'market', '食品安全', 'Food safety', '餐馆', '外卖', '过期食品', '食物中毒'),
  subject('drugs', 'market', '药品与医疗器械', 'Drugs and devices', '药店', '假药'),
  subject('product-quality', 'market', '产品质量', 'Product quality', '假货', '伪劣', '质量问题'),
  subject('special-equipment', 'market', '电梯等特种设备', 'Lifts and special equipment', '电梯', '锅炉', '游乐设施'),
  subject('business-registration', 'market', '登记与许可', 'Registration and permits', '营业执照', '注册', '许可证'),
  subject('wages', 'society', '拖欠工资', 'Unpaid wages', '欠薪', '讨薪', '拖欠工钱', '农民工工资', '工资'),
  subject('labour', 'society', '劳动关系', 'Labour relations', '劳动合同', '加班', '辞退', '工伤'),
  subject('public-security', 'society', '治安管理', 'Public security', '打架', '赌博', '诈骗', '偷盗'),
  subject('household-registration', 'society', '户籍证件', 'Household registration', '户口', '身份证', '居住证', '落户'),
  subject('traffic-order', 'society', '交通秩序', 'Traffic order', '堵车', '违停', '乱停车', '交通违法'),
  subject('urban-order', 'society', '市容与占道', 'Streets and order', '占道经营', '摆摊', '城管', '小广告'),
  subject('illegal-building', 'society', '违法建设', 'Illegal building', '违建', '私搭乱建'),
  subject('work-safety', 'society', '安全生产', 'Work safety', '安全隐患', '事故隐患'),
  subject('village-affairs', 'society', '村（社区）事务', 'Village and community affairs', '村委会', '居委会', '村务', '村干部'),
  subject('official-conduct', 'society', '工作作风', 'Conduct of officials', '作风', '态度差', '不作为', '乱作为', '推诿'),
  subject('water-supply', 'services', '供水', 'Water supply', '停水', '自来水', '水压', '水费', '水管'),
  subject('power-supply', 'services', '供电', 'Power supply', '停电', '电费', '电压', '电表'),
  subject('gas-supply', 'services', '供气', 'Gas supply', '停气', '燃气', '天然气', '煤气', '气费'),
  subject('telecom', 'services', '通信网络', 'Telecommunications', '宽带', '手机信号', '电信诈骗电话', '网络'),
  subject('property-management', 'services', '物业管理', 'Property management', '物业', '物业费', '小区'),
  subject('housing', 'services', '住房与房产', 'Housing', '房产证', '公租房', '买房', '烂尾', '不动产'),
  subject('housing-fund', 'services', '住房公积金', 'Housing fund', '公积金'),
  subject('land-requisition', 'services', '征地拆迁', 'Land requisition', '征地', '拆迁', '补偿款', '安置'),
  subject('social-insurance', 'services', '社会保险', 'Social insurance', '社保', '养老金', '退休', '失业金'),
  subject('medical-insurance', 'services', '医疗保障', 'Medical insurance', '医保', '报销', '新农合'),
  subject('social-assistance', 'services', '社会救助', 'Social assistance', '低保', '救济', '特困', '临时救助'),
  subject('health', 'services', '医疗卫生', 'Health care', '医院', '看病', '医生', '疫苗'),
  subject('education', 'services', '教育教学', 'Education', '学校', '入学', '老师', '学区', '补课'),
  subject('public-transport', 'services', '公共交通', 'Public transport', '公交', '客车', '出租车', '网约车'),
  subject('roads', 'services', '道路建设与养护', 'Roads', '修路', '坑洼', '路面', '破损道路'),
  subject('street-lights', 'services', '路灯与市政设施', 'Street lights and fittings', '路灯不亮', '井盖', '市政'),
  subject('tourism', 'services', '文化旅游', 'Culture and tourism', '景区', '旅游', '导游'),
  subject('government-services', 'services', '政务服务', 'Government services', '办事', '大厅', '窗口', '政务'),
  subject('employment', 'services', '就业创业', 'Employment', '找工作', '创业', '招聘', '培训补贴'),
  subject('noise', 'environment', '噪声扰民', 'Noise', '噪音', '扰民', '吵', '广场舞', '施工噪声'),
  subject('air', 'environment', '大气污染', 'Air pollution', '扬尘', '异味', '烟味', '油烟', '焚烧'),
  subject('water-pollution', 'environment', '水体污染', 'Water pollution', '污水', '河道', '黑臭水'),
  subject('waste', 'environment', '垃圾与环卫', 'Waste and sanitation', '垃圾', '清运', '厕所', '环卫'),
  subject('ecology', 'environment', '林草与生态', 'Forests and ecology', '砍树', '林木', '湿地', '野生动物', '草原'),
  subject('other', 'services', '其他', 'Other'),
]
