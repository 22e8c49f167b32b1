import type { EmergencyLine } from '../vocabulary/index.ts'

/** What each line comes out for. */
const called: readonly (readonly [EmergencyLine, RegExp])[] = [
  [
    'fire-119',
    /火灾|(?:着|起|失|山)(?:了)?(?:大)?火|冒(?:着|出)?(?:大量)?[黑浓]?烟|浓烟|火苗|爆炸|泄漏|泄露|漏气|臭鸡蛋味|坍塌|垮塌|倒塌|崩塌|塌[了陷]|被?[困埋]|溺水|落水|掉(?:进|到|下)|被(?:大)?水(?:冲|围)|滑坡|泥石流|山洪|洪水|落石/u,
  ],
  [
    'ambulance-120',
    /受伤|伤亡|死了人|有人死|昏迷|昏倒|晕倒|没有呼吸|喘不上气|呼吸困难|大出血|流了?很多血|中毒|触电|一氧化碳|烧伤|烫伤|呕吐|腹泻|拉肚子|抽搐|休克|砍人|捅人|撞(?:了|伤|到|倒|死)?\S{0,3}人|翻车|救命/u,
  ],
  ['traffic-122', /车祸|翻车|追尾|撞(?:了|伤|到|倒|死)?\S{0,3}人|(?:客车|校车|货车|罐车)\S{0,4}(?:翻|坠)/u],
  [
    'police-110',
    /持刀|拿刀|砍人|捅人|持枪|枪声|劫持|绑架|抢劫|跳楼|跳河|跳桥|轻生|自杀|自焚|想不开|不想活|斗殴|闹事|打群架|械斗|打起来|投毒|下毒|炸药|炸弹|爆炸物|雷管|聚众/u,
  ],
]

/** 第九条（三）: of words that tell of an emergency, whom they are for first. None where no line helps before the departments do. @clause 9-3 */
export const linesToCall = (text: string): readonly EmergencyLine[] => called.flatMap(([line, signs]) => (signs.test(text) ? [line] : []))
