import { RobotOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useModel } from './use-model.ts'
import './model.css'

const said = words({
  note: [
    '参考了模型拟稿，请对照依据核对（诉求人看不到这一句）',
    'Written with a model’s draft: check it against its grounds (never shown to the requester)',
  ],
})

/** 7-2: for whoever reviews the reply of this part. */
export const ModelNote = ({ orderId, assignmentId }: { readonly orderId: string; readonly assignmentId: string }): ReactElement | null => {
  const text = useWords(said)
  const { isKnown } = useModel()
  const { data } = useQuery({
    queryKey: keys.usedDrafts(orderId),
    queryFn: ({ signal }) => api.listUsedDrafts({ params: { orderId }, signal }),
    enabled: isKnown,
  })
  if (data?.items.some((used) => used.assignmentId === assignmentId) !== true) return null
  return (
    <p className="model-note">
      <RobotOutlined aria-hidden="true" /> {text.note}
    </p>
  )
}
