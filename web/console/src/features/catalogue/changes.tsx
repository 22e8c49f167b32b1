import type { CatalogueChangeView } from '@open12345/contract/catalogue'
import { Button, Form, Input, Popconfirm } from 'antd'
import { useState, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { todayOn } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { ChangeList } from './change-list.tsx'
import { Replay } from './replay.tsx'
import { useChanges, useConcerning, useRefreshCatalogue } from './use-catalogue.ts'

const said = words({
  open: ['待审', 'To review'],
  over: ['审定、撤回和撤销的', 'Decided, withdrawn and revoked'],
  noneOpen: ['没有待审的变更。', 'Nothing waits for a review.'],
  none: ['还没有变更过。', 'Nothing was changed yet.'],
  accept: ['同意', 'Accept'],
  ask: ['同意以后从生效日起派单建议跟着变。', 'From its day on the dispatcher is suggested so.'],
  refuse: ['不同意', 'Refuse'],
  why: ['为什么不同意', 'Why not'],
  needed: ['请写明理由', 'Say why'],
  own: ['自己提出的由另一个人审定。', 'Somebody else decides about your own.'],
  withdraw: ['撤回', 'Withdraw'],
  revoke: ['撤销', 'Revoke'],
  revokeNow: ['撤销这项变更', 'Revoke this change'],
  whyRevoke: ['为什么撤销', 'Why it is revoked'],
  replay: ['先回放看看', 'Replay it first'],
  concerning: ['涉及本单位的变更', 'Changes that concern your unit'],
  noConcerning: ['没有涉及本单位的变更。', 'No change concerns your unit.'],
})

type AgainstProps = {
  readonly changeId: string
  readonly label: string
  readonly button: string
  readonly send: (why: string, idempotencyKey: string) => Promise<unknown>
}
/** A step against a change, with its reason. */
const Against = ({ changeId, label, button, send }: AgainstProps): ReactElement => {
  const text = useWords(said)
  const refresh = useRefreshCatalogue()
  const step = useCommand(
    ({ why }: { readonly why: string }, { idempotencyKey }) => send(why.trim(), idempotencyKey),
    () => refresh(),
  )
  return (
    <Form layout="vertical" name={`against-${changeId}`} onFinish={(typed: { why: string }) => step.mutate(typed)}>
      <Form.Item label={label} name="why" rules={[{ required: true, whitespace: true, message: text.needed }]}>
        <Input.TextArea autoFocus maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <ProblemNote error={step.error} />
      <Button danger htmlType="submit" loading={step.isPending}>
        {button}
      </Button>
    </Form>
  )
}

/** Until its day, an accepted change can be taken back. @clause 11-2 */
const Revoking = ({ changeId }: { readonly changeId: string }): ReactElement => {
  const text = useWords(said)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <div className="entry-steps">
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {text.revoke}
        </Button>
      </div>
      {isOpen ? (
        <Against
          changeId={changeId}
          label={text.whyRevoke}
          button={text.revokeNow}
          send={(reason, idempotencyKey) => api.revokeCatalogueChange({ params: { changeId }, body: { reason }, idempotencyKey })}
        />
      ) : null}
    </>
  )
}

const Deciding = ({ change }: { readonly change: CatalogueChangeView }): ReactElement => {
  const text = useWords(said)
  const [open, setOpen] = useState<'refusal' | 'replay' | null>(null)
  const refresh = useRefreshCatalogue()
  const { changeId, subject, placeCode, unitId } = change
  const accept = useCommand(
    (_: null, { idempotencyKey }) => api.acceptCatalogueChange({ params: { changeId }, idempotencyKey }),
    () => refresh(),
  )
  const toggle = (what: 'refusal' | 'replay') => ({ 'aria-expanded': open === what, onClick: () => setOpen(open === what ? null : what) })
  return (
    <>
      <div className="entry-steps">
        <Popconfirm title={text.ask} okText={text.accept} onConfirm={() => accept.mutate(null)}>
          <Button type="primary" size="small" loading={accept.isPending}>
            {text.accept}
          </Button>
        </Popconfirm>
        <Button size="small" {...toggle('refusal')}>
          {text.refuse}
        </Button>
        {unitId === null ? null : (
          <Button size="small" {...toggle('replay')}>
            {text.replay}
          </Button>
        )}
      </div>
      <ProblemNote error={accept.error} />
      {open === 'refusal' ? (
        <Against
          changeId={changeId}
          label={text.why}
          button={text.refuse}
          send={(why, idempotencyKey) => api.refuseCatalogueChange({ params: { changeId }, body: { words: why }, idempotencyKey })}
        />
      ) : null}
      {open === 'replay' && unitId !== null ? <Replay subject={subject} placeCode={placeCode} unitId={unitId} today={todayOn()} /> : null}
    </>
  )
}

const Withdrawing = ({ changeId, reviews }: { readonly changeId: string; readonly reviews: boolean }): ReactElement => {
  const text = useWords(said)
  const refresh = useRefreshCatalogue()
  const withdraw = useCommand(
    (_: null, { idempotencyKey }) => api.withdrawCatalogueChange({ params: { changeId }, idempotencyKey }),
    () => refresh(),
  )
  return (
    <>
      <div className="entry-steps">
        <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(null)}>
          {text.withdraw}
        </Button>
        {reviews ? <span className="soft">{text.own}</span> : null}
      </div>
      <ProblemNote error={withdraw.error} />
    </>
  )
}

/** What was proposed: to be decided by somebody else than who proposed it. @clause 11-2 */
export const Changes = (): ReactElement => {
  const text = useWords(said)
  const reviews = useMay()('catalogue.review')
  const asked = useChanges(true)
  const steps = (change: CatalogueChangeView): ReactElement | null => {
    if (change.own) return <Withdrawing changeId={change.changeId} reviews={reviews} />
    return reviews ? <Deciding change={change} /> : null
  }
  const afterwards = ({ changeId, state, on, own }: CatalogueChangeView): ReactElement | null =>
    state === 'accepted' && on > todayOn() && (own || reviews) ? <Revoking changeId={changeId} /> : null
  return (
    <Answered asked={asked}>
      {({ items }) => {
        const open = items.filter(({ state }) => state === 'open')
        const over = items.filter(({ state }) => state !== 'open')
        return (
          <>
            <section className="sheet" aria-label={text.open}>
              <h2>{text.open}</h2>
              {open.length === 0 ? <Nothing>{text.noneOpen}</Nothing> : <ChangeList changes={open} withEntry stepsOf={steps} />}
            </section>
            <section className="sheet" aria-label={text.over}>
              <h2>{text.over}</h2>
              {over.length === 0 ? <Nothing>{text.none}</Nothing> : <ChangeList changes={over} withEntry stepsOf={afterwards} />}
            </section>
          </>
        )
      }}
    </Answered>
  )
}

/** Whom a change brings something, or takes something from, reads of it here. */
export const Concerning = (): ReactElement => {
  const text = useWords(said)
  const asked = useConcerning(true)
  return (
    <section className="sheet" aria-label={text.concerning}>
      <h2>{text.concerning}</h2>
      <Answered asked={asked}>
        {({ items }) => (items.length === 0 ? <Nothing>{text.noConcerning}</Nothing> : <ChangeList changes={items} withEntry />)}
      </Answered>
    </section>
  )
}
