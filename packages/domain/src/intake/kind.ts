import type { Kind } from '../vocabulary/index.ts'
import { sharesOf, type Scored } from './scored.ts'

type Sign = { readonly pattern: RegExp; readonly weight: number }
const sign = (weight: number, pattern: RegExp): Sign => ({ pattern, weight })

/** How people begin, and what they ask for: 咨询 asks, 求助 wants a hand, 投诉 blames, 举报 tells of what is unlawful, 意见建议 proposes, 表扬 thanks. */
const signsOf: readonly (readonly [Kind, readonly Sign[]])[] = [
  [
    'report',
    [
      sign(6, /举报|检举|揭发|控告/gu),
      sign(
        3,
        /偷排|偷偷|私自|非法|无证|没有(?:任何)?(?:证照|执照|手续)|假冒|造假|受贿|贪污|套取|骗取|冒领|截留|虚报|赌博|传销|盗采|偷税|吃回扣|收(?:红包|好处)/gu,
      ),
      sign(2, /违法|违规|违纪|深夜(?:作业|施工)|逃避检查|检查的?人?(?:一)?来(?:了)?就/gu),
    ],
  ],
  [
    'consultation',
    [
      sign(4, /咨询|想问|想了解|请问|问一下|打听/gu),
      sign(
        3,
        /怎么(?:办理|申请|办|交|报|领|查|转|算|弄)|如何(?:办理|申请|办|领取|查询)|(?:需要|要)(?:准备|带|提供|交)?(?:什么|哪些)|什么(?:条件|材料|手续|流程|政策|标准)|多少钱|在哪里?(?:办|交|领|查)|什么时候|能不能(?:享受|办|报|领|提|转)|可不可以|是否可以|符合.{0,6}条件/gu,
      ),
      sign(1, /[?？]|吗(?=[?？。,，!！]|$)/gu),
    ],
  ],
  [
    'complaint',
    [
      sign(6, /投诉|维权/gu),
      sign(
        3,
        /拖欠|欠薪|不退|拒绝|不给|扣(?:着|押)|态度(?:差|恶劣|很差|不好)|乱收费|强制|扰民|吵得|骗|没人管|无人管|不管|推诿|踢皮球|敷衍|不作为|不处理|不理|多次反映|反映(?:了)?(?:多次|很多次|几次|两次|三次)|没有(?:结果|下文|说法)/gu,
      ),
      sign(
        2,
        /没人|没有人|没有(?:通知|处理|登记|说法|解释|来)|不让|推给|每次都?说?|说系统|跑了[^\s\p{P}]{1,3}[趟次]|打不通|占线|拉黑|另外(?:交|收)|不开(?:发票|门)|天天|三天两头|一直(?:不|没|拖)|半年|两个月|要求|逼|吓人|烂了|坑洼|满街|到处|不认|不服|欠我|占了|停满/gu,
      ),
      sign(1, /太(?:差|吵|臭|黑|慢|过分)|严重影响|要求(?:赔偿|退|整改|处理|查处)/gu),
    ],
  ],
  [
    'suggestion',
    [
      sign(6, /建议|提议|提个(?:意见|建议)|意见如下/gu),
      sign(
        2,
        /能否(?:增设|增加|加装|开通|延长|设置|安排)|希望(?:政府|有关部门|能)?.{0,6}(?:增设|增加|加装|开通|延长|设置|推广|优化|改进)|不妨|最好(?:能)?|可以考虑/gu,
      ),
    ],
  ],
  ['praise', [sign(6, /表扬|点赞|锦旗|感谢信|特别感谢|非常感谢|衷心感谢|要感谢|想感谢/gu), sign(2, /热心|态度特别好|拾金不昧|一路安慰/gu)]],
  [
    'help',
    [
      sign(5, /求助|救救|帮帮|请帮|帮忙|帮(?:我|我们|他|她)|麻烦(?:你们|帮|派|催|给)|恳请|求求/gu),
      sign(
        3,
        /请(?:尽快|马上|赶快|赶紧|派|催|来|安排|协调)|希望(?:尽快|早日|派人|有人来|协调|给予)|快来人?|快(?:派|叫|通知)|赶紧|赶快|马上来|被困|困在|请[^\s\p{P}]{0,10}(?:来看|来人|看看|来修|来补|处理)|麻烦|急需|怎么办(?=[?？。，,！!呢啊才]|$)|无法|没有办法|走投无路|联系不上|找不到/gu,
      ),
      sign(2, /停水|停电|停气|坏了|不亮|断了|塌了|裂了|爆裂|堵了|漏水|没有水|没水|没电|着火|起火|受伤|垮|塌方|山洪/gu),
    ],
  ],
]

const doubt = 1

/** What kind of request it is, by how it is said; nothing where nothing says so. @clause 8-1 */
export const kindsMeant = (text: string): readonly Scored<Kind>[] =>
  sharesOf(
    signsOf.map(([value, signs]) => {
      const found = signs.map(({ pattern, weight }) => ({ weight, said: [...new Set([...text.matchAll(pattern)].map(([said]) => said))] }))
      return {
        value,
        // Said twice is not twice as sure.
        weight: found.reduce((sum, { weight, said }) => sum + weight * Math.sqrt(said.length), 0),
        reasons: found.flatMap(({ said }) => said),
      }
    }),
    doubt,
  )
