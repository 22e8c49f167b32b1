const openings = ['小区', '村里', '学校门口', '菜市场旁边', '单位宿舍', '老街', '河边', '工地附近', '车站对面', '安置房']
const troubles = [
  '停水',
  '积水',
  '路灯不亮',
  '噪声扰民',
  '垃圾没人清运',
  '井盖松动',
  '电梯经常停运',
  '道路塌陷',
  '占道经营',
  '油烟很重',
  '信号很差',
  '围墙倾斜',
]
const sinces = ['昨天', '上周', '上个月', '春节以后', '开学那天', '下雨之后', '入冬以来', '大约半年前']
const efforts = ['打过电话没有结果', '问了物业说等通知', '到窗口反映过一次', '邻居也反映了几次', '在群里说了没人理', '自己先垫了一点钱修']
const wishes = ['请尽快派人来看看', '希望有个答复', '请帮忙协调', '想知道什么时候能解决', '请有关单位到现场', '麻烦催一催']

let drawn = 0
/** The same sequence in every run, and no two alike: a text that repeats would flatter or burden the search index. */
const draw = <T>(from: readonly T[]): T => {
  drawn = (drawn * 1_103_515_245 + 12_345) % 2_147_483_648
  return from[Math.floor((drawn / 2_147_483_648) * from.length)] as T
}
const digits = (): string => String(Math.floor(100 + draw(Array.from({ length: 900 }, (_, one) => one))))
/** A matter as somebody would tell it, about a hundred characters. */
export const newContent = (): string =>
  `${draw(openings)}${digits()}号${draw(troubles)}，从${draw(sinces)}开始，已经${digits()}天了。${draw(openings)}${draw(troubles)}，也影响${digits()}户人家。我们${draw(efforts)}，${draw(efforts)}。${draw(wishes)}，联系时说${digits()}栋就知道。`
