import type { SealReason } from '@open12345/domain/vocabulary'
import type { Chance } from '../chance.ts'

export const withdrawalReason = (chance: Chance): string =>
  chance.pick([
    '问题已经自己解决了，不用再办。',
    '对方已经联系我并道歉，我不追究了。',
    '下午已经恢复，谢谢，不用派人来了。',
    '误会，找错了单位，我自己去窗口问。',
    '家里人已经办好了，撤回。',
  ])

export const correctionReason = (chance: Chance): string =>
  chance.pick(['核听录音，诉求人的本意与登记类别不一致。', '与诉求人再次核实后更正类别。', '承办单位反映类别有误，经核属实。'])

export const recusalReason = (chance: Chance): string =>
  chance.pick(['被反映的企业负责人是我的近亲属。', '我与诉求人有债务纠纷，应当回避。', '我曾在被反映的单位任职，可能影响公正办理。'])

export const sealingReason = (chance: Chance): readonly [SealReason, string] =>
  chance.pick([
    ['retaliation', '举报人与被举报的人同住一处，担心遭到打击报复，只限经办人员知悉。'],
    ['retaliation', '举报人是被举报单位的工作人员，身份一经泄露即难以保护。'],
    ['officials', '举报内容涉及工作人员的亲属，核查期间不宜扩散。'],
  ] as const)

export const clearingReason = (chance: Chance): string =>
  chance.pick([
    '核听录音，来电人举报的是一家同名企业，不是该单位。',
    '与举报人核实，被举报的是该单位辖区内的施工队，登记时误列为该单位。',
    '举报人说的是上级部门，登记时错列为该单位。',
  ])

export const clearingRefusal = '录音中举报人明确提到该单位，应继续按被举报单位保密办理。'

export const moreFacts = (chance: Chance): string =>
  chance.pick([
    '补充：今天又发生一次，时间是中午十二点四十左右。',
    '补充：具体位置在小区东门进来第二栋楼下。',
    '补充：已经和对方电话沟通过，对方让我找主管部门。',
    '补充：附近还有三户邻居愿意作证，可以提供联系方式。',
    '再来电：到现在还没有人联系我，请催一下。',
    '补充：我这几天都在家，工作人员可以随时上门，来之前打个电话就行。',
  ])
