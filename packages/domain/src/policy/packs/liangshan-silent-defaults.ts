import type { ClauseId } from '../../clauses/index.ts'
import type { SilentDefault } from '../pack.ts'

const assumed = (
  id: string,
  clause: ClauseId,
  [zh, en]: readonly [string, string],
  [whyZh, whyEn]: readonly [string, string],
): SilentDefault => ({
  id,
  clause,
  assumption: { zh, en },
  reason: { zh: whyZh, en: whyEn },
  confirmedBy: null,
})

/**
 * What 凉府办函〔2023〕18号 leaves open. Its interpretation is 州大数据中心's; a confirmation is entered here with its document.
 * @clause 27
 */
export const liangshanSilentDefaults: readonly SilentDefault[] = [
  assumed(
    'day-ends-at-24',
    '12-2b',
    ['工作日时限的最后一日到24时届满。', 'The last working day ends at 24:00.'],
    [
      '平台全天候接收办理结果，不适用民法典第二百零三条第二款的“业务时间”。',
      'The platform receives round the clock, so the business hours of Civil Code 203(2) do not apply.',
    ],
  ),
  assumed(
    'office-hours',
    '12-1',
    ['“工作时间”为工作日9:00—12:00、13:00—17:00。', 'Working hours are 09:00–12:00 and 13:00–17:00 of working days.'],
    ['条文未写明上下班时间；由各地日历给出。', 'The text names no office hours; each calendar gives them.'],
  ),
  assumed(
    'redispatch-3wh',
    '12-1',
    ['退回经同意后，再次转办同样为3小时工作时间。', 'After an accepted return, re-dispatch has the same 3 working hours.'],
    ['再次转办与初次转办是同一动作。', 'It is the same act as the first dispatch.'],
  ),
  assumed(
    'return-decision-3wh',
    '12-2c',
    ['热线中心在3小时工作时间内裁定退回申请。', 'The centre decides on a return within 3 working hours.'],
    ['退回申请不停止计时，裁定与再次转办同样应尽快。', 'A return stops no clock, so its decision must come as soon as a dispatch.'],
  ),
  assumed(
    'requester-clock',
    '12-2b',
    [
      '诉求人时限自受理起算，期间与类别时限相同，退回、转办、延期均不改变。',
      "The requester's clock starts at acceptance and lasts the kind's limit, whatever happens between units.",
    ],
    [
      '群众等待的时间从受理开始，内部流转不应由群众承担。',
      'For the requester the wait begins at acceptance; our inner paths are not theirs to bear.',
    ],
  ),
  assumed(
    'praise-5wd',
    '12-2b',
    ['表扬按5个工作日转达并告知。', 'Praise is passed on and acknowledged within 5 working days.'],
    ['条文只列五类；表扬只需转达，比照咨询。', 'The text lists five kinds; praise is only passed on, like a consultation.'],
  ),
  assumed(
    'other-7wd',
    '12-2b',
    ['其他类按7个工作日办理。', 'Other matters are handled within 7 working days.'],
    ['条文只列五类；其他类比照求助。', 'The text lists five kinds; other matters follow help.'],
  ),
  assumed(
    'urgent-return',
    '12-4a',
    ['特殊、特殊紧急工单的退回应在初步响应时限内提出。', 'A special or emergency order is returned within the time of its first response.'],
    ['两个工作日的退回期会使快速联动落空。', 'Two working days for a return would defeat the quick response.'],
  ),
  assumed(
    'verify-1wd',
    '9-guide',
    ['部门应在1个工作日内答复受理范围的核实。', 'The department answers a verification within 1 working day.'],
    ['条文只写“及时”；比照签收时限。', 'The text says only “in time”; signing has 1 working day.'],
  ),
  assumed(
    'extension-decision-4wh',
    '12-3',
    ['热线中心在4小时工作时间内决定延时申请。', 'The centre decides on an extension within 4 working hours.'],
    ['申请不停止计时，决定须尽快作出。', 'An application stops no clock, so its decision must come soon.'],
  ),
  assumed(
    'one-extension',
    '12-3',
    [
      '一件工单只延期一次，合计不超过10个工作日，从原时限届满起算。',
      'An order is extended once, by at most 10 working days in all, from the old due time.',
    ],
    ['“一般不超过10个工作日”不宜通过多次申请突破。', 'The ten working days should not be passed by asking again.'],
  ),
  assumed(
    'special-act-15min',
    '12-4a',
    [
      '特殊事项的报告、电话告知、派单各应在15分钟内完成。',
      'Report, phone call and order of a special matter are each done within 15 minutes.',
    ],
    ['条文只写“第一时间”。', 'The text says only “at once”.'],
  ),
  assumed(
    'emergency-act-5min',
    '12-4b',
    [
      '特殊紧急事项的报告、电话告知、派单各应在5分钟内完成。',
      'Report, phone call and order of an emergency are each done within 5 minutes.',
    ],
    ['条文只写“第一时间”。', 'The text says only “at once”.'],
  ),
  assumed(
    'response-natural-hours',
    '12-4a',
    ['初步响应的4小时、2小时为自然小时，昼夜连续计算。', 'The 4 and 2 hours of the first response are natural hours, round the clock.'],
    ['第十二条（一）写明“工作时间”，（四）没有写。', 'Article 12(1) says working time; 12(4) does not.'],
  ),
  assumed(
    'assist-2wd-ahead',
    '11-3b',
    [
      '协办单位比牵头单位提前2个工作日反馈，且不少于牵头时限的一半。',
      "Assistants answer 2 working days before the lead, with no less than half of the lead's time.",
    ],
    ['牵头单位需要时间汇总各方意见。', 'The lead needs time to merge the answers.'],
  ),
  assumed(
    'sub-handle-1wd',
    '7-1',
    [
      '单位内部交办（科室、乡镇等）比本单位时限提前1个工作日，且不少于一半。',
      "Those to whom a unit passes an order on answer 1 working day before the unit's own end, with no less than half of its time.",
    ],
    ['条文未规定；本单位须有时间审核答复。', 'The text is silent; the unit needs time to review the reply.'],
  ),
  assumed(
    'follow-up-24h',
    '13-1',
    ['办结后24小时内发出短信回访。', 'The follow-up SMS goes within 24 hours of completion.'],
    ['条文只写“及时”。', 'The text says only “promptly”.'],
  ),
  assumed(
    'reminder-3d',
    '13-2',
    ['回访短信发出3日后未回复的，提醒一次。', 'Where nobody answers, one reminder goes 3 days after the follow-up SMS.'],
    ['条文未规定未回复的情形；与提醒后的等待时间相同。', 'The text does not speak of no answer; the same wait as after the reminder.'],
  ),
  assumed(
    'no-answer-3d',
    '13-2',
    [
      '提醒后3日仍未回复的，由热线核查答复内容后按“答复合法、未回复”办结。',
      'With no answer 3 days after the reminder, the centre checks the reply and closes it as lawful, without an answer.',
    ],
    ['沉默不等于满意，工单也不能一直不办结。', 'Silence is not satisfaction, and an order cannot stay open for ever.'],
  ),
  assumed(
    'no-answer-check',
    '13-2',
    [
      '未回复办结前，举报、特殊工单和重办件全部核查，其余抽查10%。',
      'Before closing without an answer all reports, special orders and redos are checked, and 10 % of the rest.',
    ],
    ['批量办结须有核查。', 'Closing in bulk needs a check.'],
  ),
  assumed(
    'manual-tries',
    '13-3a',
    ['人工回访至少2次、间隔3小时以上无人应答，方可按未回复办结。', 'Nobody is taken as not answering before two tries, three hours apart.'],
    ['条文未规定；一次打不通不等于联系不上。', 'The text is silent; one call that nobody answers is not enough.'],
  ),
  assumed(
    'redo-half',
    '13-3a',
    ['重办时限为该类别时限的一半，向上取整。', "A redo has half of the kind's limit, rounded up."],
    ['条文未规定；事实已经查过，不应再用全部时限。', 'The text is silent; the facts were looked into once already.'],
  ),
  assumed(
    'second-redo-other-handler',
    '13-3a',
    ['第二次重办须更换承办人。', 'A second redo needs another handler.'],
    ['同一人两次未解决，应换人办理。', 'One person has failed twice.'],
  ),
  assumed(
    'reopen-15d',
    '13-3a',
    ['办结后15日内提出新情况的，可重新办理原工单。', 'Within 15 days of closing, new facts reopen the same order.'],
    ['条文未规定；更晚的作为新工单受理并关联。', 'The text is silent; later ones are a new order with a link.'],
  ),
  assumed(
    'answer-15s',
    '10-answer',
    ['15秒内接听计为接通。', 'A call answered within 15 seconds counts as answered in time.'],
    ['条文未写秒数；取自 GB/T 33358。', 'The text names no seconds; taken from GB/T 33358.'],
  ),
  assumed(
    'standard-answer-5wd',
    '16b',
    ['热点问题的“标准答案”在5个工作日内提供。', 'The standard answer to a hot issue is given within 5 working days.'],
    ['条文只写“主动提供”；比照咨询。', 'The text says only “of its own accord”; as for a consultation.'],
  ),
  assumed(
    'knowledge-correction-3wd',
    '17a',
    ['知识纠错在3个工作日内处理。', 'A report of an error in the knowledge base is dealt with within 3 working days.'],
    ['条文未规定；错误答案应尽快改正。', 'The text is silent; a wrong answer must go soon.'],
  ),
  assumed(
    'knowledge-review-months',
    '16c',
    [
      '知识条目发布或复核后12个月内由提供单位复核一次，“标准答案”6个月；到期前30日起提醒。',
      'The owner looks at an item again within 12 months of publication or of the last look, at a standard answer within 6; urged from 30 days before.',
    ],
    ['条文只写“及时、准确”修订。', 'The text says only that items are revised in time.'],
  ),
  assumed(
    'told-again-90d',
    '16c',
    [
      '知识条目修订或撤下时，之前90日内按旧内容答复过的人，由热线中心更正告知。',
      'When an item is revised or withdrawn, the centre tells again whoever was told the old words in the 90 days before.',
    ],
    [
      '条文只写“及时、准确”修订；答错了的，应当让问的人知道。',
      'The text says only that items are revised in time; whoever was told wrong should know.',
    ],
  ),
  assumed(
    'warning-1wd',
    '19a',
    ['预警在1个工作日内由责任人处置并登记结果。', 'The owner of a warning records its outcome within 1 working day.'],
    ['条文只写“实时”预警。', 'The text says only that warnings are in real time.'],
  ),
  assumed(
    'topic-warning',
    '19a',
    [
      '同一热点3日内有5件、来自3人以上，并达到此前30日平常水平的3倍，或者有2件特殊、特殊紧急事项的，发出预警。',
      'A topic calls for a warning when 3 days bring 5 messages by 3 people and 3 times what the 30 days before were used to, or 2 special or emergency matters.',
    ],
    [
      '条文只写“异常”；这样州里一次小范围的停水能被看到，零星的来电不会。',
      'The text says only “abnormal”; so a small outage is seen, and single calls are not.',
    ],
  ),
  assumed(
    'urging-1wd',
    '22-1',
    ['承办单位在1个工作日内回应催办。', 'A unit answers an urging within 1 working day.'],
    ['条文未规定；比照签收时限。', 'The text is silent; signing has 1 working day.'],
  ),
  assumed(
    'warning-spans',
    '22-1',
    [
      '“即将超期”按各时限的预警提前量认定，例如办理为届满前2个工作日和4小时工作时间。',
      'A clock is near its end at the spans listed for it, for handling 2 working days and 4 working hours ahead.',
    ],
    ['条文未写提前多少。', 'The text does not say how near.'],
  ),
  assumed(
    'report-confidential',
    '20c',
    ['举报默认对承办单位隐去诉求人身份。', "A report hides its requester's identity from every unit unless the requester says otherwise."],
    ['第二十条禁止泄露举报材料和诉求人信息。', 'Article 20 forbids that report material and identity leak.'],
  ),
]
