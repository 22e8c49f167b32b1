import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { useSession } from '../../../api/session.ts'
import { SealFields, type Sealing } from './seal-fields.tsx'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'

const said = words({
  note: [
    '密封后，只有列名的人看得到、查得到、统计得到这件工单，职级再高也不例外；不能解密，名单可以再改。名单里至少一名热线中心负责人，正在承办的单位要有人在内。您自己不在名单里的，提交后也不再看得到。',
    'From then on only the people named see, find or count this order, however high anybody else’s role. It cannot be undone; the list can be changed. Name at least one manager of the centre and somebody of each unit at work. If you leave yourself out, you will not see it again.',
  ],
})

/** 限定知悉人员. @clause 20c */
export const SealStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const names = useWords(stepWords)
  const session = useSession()
  const { orderId, knownTo } = props.order
  const known = knownTo ?? (session === null ? [] : [{ accountId: session.accountId, name: session.name, unitNames: [], roles: [] }])
  return (
    <StepForm<Sealing>
      {...props}
      name="seal"
      submit={names.seal}
      danger
      initial={{ persons: known.map(({ accountId }) => accountId) }}
      send={(values, call) => api.sealOrder({ ...call, body: values })}
    >
      <p className="form-note">{text.note}</p>
      <SealFields orderId={orderId} known={known} />
    </StepForm>
  )
}
