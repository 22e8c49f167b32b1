import type { UnitReview } from '@open12345/contract/account'
import { roleLabels } from '@open12345/contract/vocabulary'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Popconfirm, Segmented, Space } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered } from '../../parts/states.tsx'
import { isRoleCode } from './role-codes.ts'

const said = words({
  title: ['安全员与季度权限复核', 'Security officers and quarterly reviews'],
  note: [
    '每个单位指定一名安全员，每季度复核一次授权；要求收回的由您收回。',
    'Each unit has a security officer who reviews the grants once a quarter; what they ask to revoke is yours to do.',
  ],
  'no-officer': ['未指定安全员', 'No officer'],
  overdue: ['逾期', 'Overdue'],
  due: ['待签', 'Due'],
  signed: ['已签', 'Signed'],
  of: ['安全员 {name}', 'Officer {name}'],
  until: ['{day} 前签署', 'due {day}'],
  at: ['{at} 签署', 'signed {at}'],
  name: ['指定', 'Name'],
  login: ['安全员的登录名', 'Login of the officer'],
  asked: ['要求收回：{name}，{role}，{unit}', 'Asked to revoke: {name}, {role}, {unit}'],
  revoke: ['收回', 'Revoke'],
  revokeAsk: ['立即收回这个岗位？', 'Revoke this role at once?'],
  none: ['没有这样的单位。', 'No such unit.'],
})

const states = ['overdue', 'due', 'signed', 'no-officer'] as const
const refreshed = ['reviews']

const NameOfficer = ({ unitId }: { readonly unitId: string }): ReactElement => {
  const text = useWords(said)
  const queries = useQueryClient()
  const name = useCommand(
    ({ login }: { login: string }, { idempotencyKey }) => api.nameOfficer({ params: { unitId }, body: { login }, idempotencyKey }),
    () => queries.invalidateQueries({ queryKey: refreshed }),
  )
  return (
    <Form layout="inline" onFinish={(typed: { login: string }) => name.mutate(typed)}>
      <ProblemNote error={name.error} />
      <Space.Compact>
        <Form.Item name="login" noStyle rules={[{ required: true }]}>
          <Input size="small" placeholder={text.login} aria-label={text.login} autoCapitalize="none" autoComplete="off" />
        </Form.Item>
        <Button size="small" htmlType="submit" loading={name.isPending}>
          {text.name}
        </Button>
      </Space.Compact>
    </Form>
  )
}

const Asked = ({ grant }: { readonly grant: UnitReview['asked'][number] }): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const queries = useQueryClient()
  const { accountId, grantId } = grant
  const revoke = useCommand(
    (_: null, { idempotencyKey }) => api.revokeRole({ params: { accountId, grantId }, idempotencyKey }),
    async () => {
      await queries.invalidateQueries({ queryKey: refreshed })
      await queries.invalidateQueries({ queryKey: keys.accounts })
    },
  )
  const role = isRoleCode(grant.role) ? label(roleLabels[grant.role]) : grant.role
  return (
    <div>
      {fill(text.asked, { name: grant.accountName, role, unit: grant.unitName })}{' '}
      <Popconfirm title={text.revokeAsk} onConfirm={() => revoke.mutate(null)}>
        <Button size="small" loading={revoke.isPending}>
          {text.revoke}
        </Button>
      </Popconfirm>
      <ProblemNote error={revoke.error} />
    </div>
  )
}

const UnitRow = ({ unit }: { readonly unit: UnitReview }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const day = unit.signedAt === null ? fill(text.until, { day: unit.dueOn }) : fill(text.at, { at: instantText(unit.signedAt, language) })
  return (
    <li>
      <div className="provider">
        <strong>{unit.unitName}</strong> <span className="tag">{text[unit.state]}</span>{' '}
        <span className="soft">{unit.officer === null ? '' : `${fill(text.of, { name: unit.officer.name })} · ${day}`}</span>
        {unit.asked.map((grant) => (
          <Asked key={grant.grantId} grant={grant} />
        ))}
      </div>
      <NameOfficer unitId={unit.unitId} />
    </li>
  )
}

/** Which units owe a review, and what their officers ask for. */
export const Reviews = (): ReactElement => {
  const text = useWords(said)
  const [state, setState] = useState<UnitReview['state']>('overdue')
  const asked = useQuery({ queryKey: refreshed, queryFn: ({ signal }) => api.listReviews({ signal }) })
  return (
    <section className="sheet" aria-labelledby="reviews">
      <h2 id="reviews">{text.title}</h2>
      <p className="soft">{text.note}</p>
      <Answered asked={asked} rows={2}>
        {({ items }) => {
          const shown = items.filter((unit) => unit.state === state)
          const countOf = (one: UnitReview['state']): number => items.filter((unit) => unit.state === one).length
          return (
            <>
              <Segmented
                value={state}
                onChange={setState}
                options={states.map((value) => ({ value, label: `${text[value]} ${countOf(value)}` }))}
              />
              {shown.length === 0 ? <p className="soft">{text.none}</p> : null}
              <ul className="plain-rows reviews">
                {shown.map((unit) => (
                  <UnitRow key={unit.unitId} unit={unit} />
                ))}
              </ul>
            </>
          )
        }}
      </Answered>
    </section>
  )
}
