/** One of the words; a stretch of signs within a clause stands between two of them. */
export const any = (...words: readonly string[]): string => `(?:${words.join('|')})`
export const upTo = (most: number): string => `[^\\p{P}\\s]{0,${most}}`
export const all = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'gu')

export const weak = any(
  '娃|孩子|小孩|小朋友|婴儿|女儿|儿子|侄|弟弟|妹妹|孙|学生|老人|爷爷|奶奶|大爷|大妈|婆婆|老汉|公公|外公|外婆|孕妇|病人|残疾人',
)
export const person = any(
  `${weak}|人|工友|同学|老师|司机|乘客|游客|爸|妈|哥|姐|嫂|叔|姑娘|小伙|老公|老婆|男的|女的|家|邻居|村民|羊倌|阿[普妈达]`,
)
export const several = any('[几两三四五六七八九十百数\\d]+多?|好几|好多|好些|许多|不少|多')
export const many = any(
  `${several}十?百?来?[个名位口](?![月小星礼])(?:${person})?`,
  `整个?${upTo(6)}(?:都|全)`,
  `${person}们?(?:都|全|也|接二连三|接连|陆续|一起|跟着)`,
  '一个班',
  '一屋子?',
  '全家',
  '一家[一二三四五六七八九十两]?口?人?(?:都|全)',
)
export const cutting = any('刀|斧|枪|棍|锄|钢管|钢钎|石头|砖|镰|汽油')
export const building = any('楼|房|屋|挡土?墙|护坡|边坡|坝|堤|坡|山|崖|桥|塔吊|吊车|起重机|脚手架|隧道|矿|洞|宿舍|顶棚|看台|围墙')
export const vehicle = any('车|摩托|三轮|客运|拖拉机|面包|货柜')
export const fuel = any('燃气|天然气|煤气|液化气|沼气|氨|氯|化工|化学|油罐|罐车|危化|汽油|柴油|硫酸|气罐')
export const wild = any('山|林|河|江|湖|水库|沟|雪|牧场|草原|洞|崖|天黑|半夜')
export const below = any('下面|底下|下游|脚下|下边|旁边|里面|里头')
export const supply = any('(?:自来)?水|电(?!梯)|(?:天然|燃|煤)?气(?![象温候派])|信号|网(?:络|(?![站点上友格吧约]))')
export const water = any('河|江|溪|沟|渠|塘|湖|库|井(?!盖)|泉|自来水|水源|吃的?水|饮用?水')
export const settled = any(
  `[全整][个]?(?:城|县|镇|乡|村|寨|社|组|片区?|街|小区)|${several}个?(?:县|镇|乡|村|寨|社|组|小区|片区|单位)|${several}[十百千万]*多?来?[户人家口]|[半大]半个?(?:城|县|镇|边)|(?:县|州|半个?)城|(?:医|卫生|敬老|养老|福利|幼儿)院|幼儿园|学校|通往|大面积|成片|老城区|开发区|工业园|我们[乡镇村寨县]`,
)
