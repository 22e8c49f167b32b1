import { workingDays } from '../../calendar/index.ts'
import type { StatutoryLimit } from '../statutory.ts'

/** Limits of national law that we know to apply. A limit that is not here is not guessed. */
export const statutoryLimits: readonly StatutoryLimit[] = [
  {
    id: 'labour-inspection',
    subjects: ['wages', 'labour-inspection'],
    kinds: ['complaint', 'report'],
    span: workingDays(60),
    citation: '《劳动保障监察条例》第十七条',
    note: {
      zh: '劳动保障监察调查自立案之日起60个工作日内完成；此处自收到工单起算，不会晚于法定期限。',
      en: 'A labour inspection is completed within 60 working days of filing; counted here from receipt, so never later than the law has it.',
    },
    from: '2004-12-01',
    to: null,
  },
  {
    id: 'consumer-rights',
    subjects: ['consumer'],
    kinds: ['complaint'],
    span: workingDays(7),
    citation: '《中华人民共和国消费者权益保护法》第四十六条',
    note: {
      zh: '有关行政部门自收到投诉之日起7个工作日内处理并告知消费者。',
      en: "The department deals with a consumer's complaint and tells them within 7 working days of receiving it.",
    },
    from: '2014-03-15',
    to: null,
  },
  {
    id: 'gas-service',
    subjects: ['gas-supply'],
    kinds: ['complaint'],
    span: workingDays(15),
    citation: '《城镇燃气管理条例》第二十九条',
    note: {
      zh: '有关部门自收到燃气收费、服务投诉之日起15个工作日内处理。',
      en: 'The department deals with a complaint about gas charges or service within 15 working days of receiving it.',
    },
    from: '2011-03-01',
    to: null,
  },
]
