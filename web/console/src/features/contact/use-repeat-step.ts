import type { RecordedOrder } from '@open12345/contract/work-order'
import { App } from 'antd'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { api } from '../../api/client.ts'
import { tell } from '../../api/problem.ts'
import { repeatStepOf } from './likely-repeats.ts'
import type { RecordValues } from './record-values.ts'

const said = words({
  linked: ['{number} 已关联为重复诉求', '{number} is linked as a repeat'],
  explained: ['{number} 已解释终结意见并归档', '{number}: the termination was explained, and it is filed'],
  failed: [
    '{number} 已登记，但没有关联：{why} 可在工单页面再关联。',
    '{number} is recorded, but not linked: {why} It can be linked on its page.',
  ],
})

/** 13-4: the order stands whatever becomes of its link; a refusal is said, and the order goes on as any. */
export const useRepeatStep = () => {
  const text = useWords(said)
  const { message } = App.useApp()
  return async (order: RecordedOrder, values: RecordValues): Promise<RecordedOrder> => {
    const repeat = repeatStepOf(values)
    if (repeat === undefined) return order
    const { orderId, version } = order
    const call = { params: { orderId }, ifMatch: version, idempotencyKey: crypto.randomUUID() }
    const { ofOrderId } = repeat
    try {
      const taken =
        repeat.step === 'link'
          ? await api.linkRepeat({ ...call, body: { ofOrderId } })
          : await api.explainTermination({ ...call, body: { ofOrderId, explanation: repeat.explanation } })
      void message.success(fill(repeat.step === 'link' ? text.linked : text.explained, { number: numberText(order.number) }))
      return { ...order, version: taken.version, stage: taken.stage }
    } catch (error) {
      void message.warning({ content: fill(text.failed, { number: numberText(order.number), why: tell(error).title }), duration: 12 })
      return order
    }
  }
}
