import { revealMinutes } from '@open12345/contract/audit'
import type { OrderView } from '@open12345/contract/work-order'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Radio } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { timeText } from '@open12345/ui/time-text.ts'
import { api } from '../../../api/client.ts'
import { keys } from '../../../api/keys.ts'
import { useMay } from '../../../api/session.ts'
import { ProblemNote } from '../../../parts/problem-note.tsx'

const said = words({
  title: ['诉求人', 'Requester'],
  hidden: [
    '按保密规定，您看不到诉求人身份；需要联系请用“接通”或通过热线中心。',
    'Confidential: you do not see who the requester is; have yourself connected, or go through the centre.',
  ],
  anonymous: ['匿名', 'Anonymous'],
  name: ['姓名', 'Name'],
  phone: ['电话', 'Phone'],
  address: ['住址', 'Home address'],
  whole: ['诉求原文', 'The matter as written'],
  none: ['未留', 'Not given'],
  keptBack: ['保密，不显示', 'Confidential, not shown'],
  reveal: ['查看完整信息', 'Reveal'],
  revealTitle: ['查看诉求人身份', 'Reveal the requester'],
  revealNote: ['用途和理由会记入审计（第二十条）。', 'Purpose and reason are audited (article 20).'],
  purpose: ['用途', 'Purpose'],
  words: ['理由', 'Reason'],
  'contact-requester': ['联系诉求人', 'Contact the requester'],
  'verify-matter': ['核实事项', 'Verify the matter'],
  emergency: ['紧急情况', 'Emergency'],
  'lawful-request': ['依法调取', 'Lawful request'],
  needed: ['请填写', 'Please fill this in'],
  submit: ['查看', 'Reveal'],
  cancel: ['取消', 'Cancel'],
  shownUntil: ['显示到 {time}，之后自动隐藏。', 'Shown until {time}, then hidden again.'],
  countToday: ['今天第 {count} 次查看，每次都有记录。', 'Your reveal number {count} today; each is on record.'],
  expired: [
    '查看时间已过，身份信息已隐藏；仍需要时请再说明用途。',
    'The time is over and the identity is hidden; state the purpose again if you need it.',
  ],
})

const reasons = ['contact-requester', 'verify-matter', 'emergency', 'lawful-request'] as const
type Asked = { readonly reason: (typeof reasons)[number]; readonly words?: string }
type Identity = {
  readonly name: string | null
  readonly phone: string | null
  readonly homeAddress: string | null
  /** The matter as it was written, where the page masks some of it. */
  readonly content: string | null
}

type ModalProps = { readonly orderId: string; readonly onClose: () => void; readonly onRevealed: (identity: Identity) => void }
const RevealModal = ({ orderId, onClose, onRevealed }: ModalProps): ReactElement => {
  const text = useWords(said)
  const [form] = Form.useForm<Asked>()
  const reveal = useMutation({
    mutationFn: ({ reason, words: written }: Asked) =>
      api.revealRequester({ params: { orderId }, body: { reason, words: written?.trim() ? written : null } }),
    onSuccess: onRevealed,
  })
  return (
    <Modal
      open
      title={text.revealTitle}
      okText={text.submit}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={reveal.isPending}
    >
      <p className="form-note">{text.revealNote}</p>
      <ProblemNote error={reveal.error} />
      <Form form={form} layout="vertical" onFinish={(asked) => reveal.mutate(asked)} scrollToFirstError={{ focus: true }}>
        <Form.Item label={text.purpose} name="reason" rules={[{ required: true, message: text.needed }]}>
          <Radio.Group
            aria-label={text.purpose}
            className="stacked-choice"
            options={reasons.map((value) => ({ value, label: text[value] }))}
          />
        </Form.Item>
        <Form.Item label={text.words} name="words" rules={[{ required: true, whitespace: true, message: text.needed }]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

type Shown = { readonly identity: Identity; readonly until: number }

/** What was revealed, for its minutes only. Trap: a browser asleep fires no timer, so the time is asked again whenever the page is seen again. */
const useRevealed = () => {
  const [shown, setShown] = useState<Shown | null>(null)
  const [isExpired, setExpired] = useState(false)
  useEffect(() => {
    if (shown === null) return
    const look = (): void => {
      if (Date.now() < shown.until) return
      setShown(null)
      setExpired(true)
    }
    const timer = setTimeout(look, shown.until - Date.now())
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [shown])
  const show = (identity: Identity): void => {
    setExpired(false)
    setShown({ identity, until: Date.now() + revealMinutes * 60_000 })
  }
  return { shown, isExpired, show }
}

const RevealedNote = ({ until }: { readonly until: number }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const counted = useQuery({
    queryKey: keys.ownReveals(until),
    queryFn: ({ signal }) => api.countOwnReveals({ signal }),
    staleTime: Infinity,
  })
  const time = timeText(new Date(until).toISOString(), language)
  return (
    <p className="form-note" role="status">
      {fill(text.shownUntil, { time })} {counted.data === undefined ? null : fill(text.countToday, { count: counted.data.today })}
    </p>
  )
}

type Facts = { readonly order: OrderView; readonly requester: NonNullable<OrderView['requester']>; readonly identity: Identity | null }
const RequesterFacts = ({ order, requester, identity }: Facts): ReactElement => {
  const text = useWords(said)
  const missing = order.grade === 'open' || identity !== null ? text.none : text.keptBack
  const shown = identity ?? { name: requester.name, phone: requester.phone, homeAddress: null, content: null }
  return (
    <dl className="facts">
      <div>
        <dt>{text.name}</dt>
        <dd>{requester.anonymous ? text.anonymous : (shown.name ?? missing)}</dd>
      </div>
      <div>
        <dt>{text.phone}</dt>
        <dd className="digits">{shown.phone ?? missing}</dd>
      </div>
      {shown.homeAddress === null ? null : (
        <div>
          <dt>{text.address}</dt>
          <dd>{shown.homeAddress}</dd>
        </div>
      )}
      {shown.content === null || shown.content === order.content ? null : (
        <div>
          <dt>{text.whole}</dt>
          <dd className="pre">{shown.content}</dd>
        </div>
      )}
    </dl>
  )
}

export const OrderRequester = ({ order }: { readonly order: OrderView }): ReactElement => {
  const text = useWords(said)
  const may = useMay()
  const [isAsking, setAsking] = useState(false)
  const { shown, isExpired, show } = useRevealed()
  const { requester } = order
  if (requester === null) return <p className="soft">{text.hidden}</p>
  return (
    <>
      <RequesterFacts order={order} requester={requester} identity={shown?.identity ?? null} />
      {shown === null ? null : <RevealedNote until={shown.until} />}
      {isExpired ? (
        <p className="form-note" role="status">
          {text.expired}
        </p>
      ) : null}
      {may('identity.reveal') && shown === null ? (
        <Button size="small" onClick={() => setAsking(true)}>
          {text.reveal}
        </Button>
      ) : null}
      {isAsking ? (
        <RevealModal
          orderId={order.orderId}
          onClose={() => setAsking(false)}
          onRevealed={(found) => {
            show(found)
            setAsking(false)
          }}
        />
      ) : null}
    </>
  )
}
