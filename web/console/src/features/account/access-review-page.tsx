import type { OwnReview, ReviewedGrant } from '@open12345/contract/account'
import { roleLabels } from '@open12345/contract/vocabulary'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { fullInstantText, instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { isRoleCode } from './role-codes.ts'
import './account.css'

const said = words({
  title: ['权限复核', 'Access review'],
  note: [
    '安全员每季度逐项核对本单位及下属单位的授权：该留的确认，不该留的要求收回，由安全管理员收回（第二十条）。',
    'Each quarter the security officer confirms each grant of the unit and below it, or asks to revoke it; the security administrator does so (article 20).',
  ],
  none: ['您不是任何单位的安全员。', 'You are no unit’s security officer.'],
  due: ['{year} 年第 {number} 季度，{day} 前签署', 'Quarter {number} of {year}, due {day}'],
  signed: ['本季度已于 {at} 签署', 'Signed for this quarter at {at}'],
  keep: ['确认', 'Confirm'],
  revoke: ['要求收回', 'Ask to revoke'],
  own: ['您自己的，由安全管理员核对', 'Your own: for the security administrator'],
  until: ['至 {at}', 'until {at}'],
  deputy: ['代理 {name}', 'Deputy for {name}'],
  keepAll: ['其余全部确认', 'Confirm all others'],
  sentence: ['复核意见', 'In your words'],
  needed: ['请写一句', 'Please write a sentence'],
  sign: ['签署', 'Sign'],
  left: ['还有 {n} 项没有核对', '{n} still to judge'],
  choice: ['{name} 的核对结果', 'Verdict on {name}'],
})

type Verdict = 'keep' | 'revoke'
type RowProps = {
  readonly grant: ReviewedGrant
  readonly verdict: Verdict | undefined
  readonly onJudge: ((verdict: Verdict) => void) | null
}

const GrantRow = ({ grant, verdict, onJudge }: RowProps): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const language = useLanguage()
  return (
    <li>
      <span>
        <strong>{grant.accountName}</strong> <span className="soft">{grant.login}</span> ·{' '}
        {isRoleCode(grant.role) ? label(roleLabels[grant.role]) : grant.role} · {grant.unitName}{' '}
        {grant.to === null ? null : <span className="soft">{fill(text.until, { at: instantText(grant.to, language) })}</span>}{' '}
        {grant.deputyFor === null ? null : <span className="tag">{fill(text.deputy, { name: grant.deputyFor })}</span>}
      </span>
      {grant.isOwn ? (
        <span className="soft">{text.own}</span>
      ) : onJudge === null ? null : (
        <Radio.Group
          size="small"
          optionType="button"
          aria-label={fill(text.choice, { name: grant.accountName })}
          value={verdict ?? null}
          options={[
            { value: 'keep', label: text.keep },
            { value: 'revoke', label: text.revoke },
          ]}
          onChange={({ target }) => onJudge(target.value as Verdict)}
        />
      )}
    </li>
  )
}

const UnitReview = ({ review }: { readonly review: OwnReview }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const queries = useQueryClient()
  const [verdicts, setVerdicts] = useState<Readonly<Record<string, Verdict>>>({})
  const { unitId, quarter, grants, signedAt } = review
  const [year = '', number = ''] = quarter.split('-')
  const toJudge = grants.filter(({ isOwn }) => !isOwn)
  const left = toJudge.filter(({ grantId }) => verdicts[grantId] === undefined).length
  const sign = useCommand(
    ({ sentence }: { sentence: string }, { idempotencyKey }) => {
      const judged = toJudge.flatMap(({ grantId }) => {
        const verdict = verdicts[grantId]
        return verdict === undefined ? [] : [{ grantId, verdict }]
      })
      return api.signReview({ params: { unitId }, idempotencyKey, body: { quarter, sentence, verdicts: judged } })
    },
    () => queries.invalidateQueries({ queryKey: ['own-reviews'] }),
  )
  const keepRest = (): void => setVerdicts((now) => ({ ...Object.fromEntries(toJudge.map(({ grantId }) => [grantId, 'keep'])), ...now }))
  return (
    <section className="sheet" aria-label={review.unitName}>
      <h2>{review.unitName}</h2>
      <p className="soft">
        {signedAt === null
          ? fill(text.due, { year, number, day: review.dueOn })
          : fill(text.signed, { at: fullInstantText(signedAt, language) })}
      </p>
      <ul className="plain-rows">
        {grants.map((grant) => (
          <GrantRow
            key={grant.grantId}
            grant={grant}
            verdict={verdicts[grant.grantId]}
            onJudge={signedAt === null ? (verdict) => setVerdicts((now) => ({ ...now, [grant.grantId]: verdict })) : null}
          />
        ))}
      </ul>
      {signedAt === null ? (
        <Form layout="vertical" onFinish={(typed: { sentence: string }) => sign.mutate(typed)} scrollToFirstError={{ focus: true }}>
          <p role="status">
            {left === 0 ? null : (
              <>
                {fill(text.left, { n: String(left) })}{' '}
                <Button size="small" onClick={keepRest}>
                  {text.keepAll}
                </Button>
              </>
            )}
          </p>
          <Form.Item label={text.sentence} name="sentence" rules={[{ required: true, whitespace: true, min: 2, message: text.needed }]}>
            <Input maxLength={200} />
          </Form.Item>
          <ProblemNote error={sign.error} />
          <Button type="primary" htmlType="submit" disabled={left > 0} loading={sign.isPending}>
            {text.sign}
          </Button>
        </Form>
      ) : null}
    </section>
  )
}

export const AccessReviewPage = (): ReactElement => {
  const text = useWords(said)
  const asked = useQuery({ queryKey: ['own-reviews'], queryFn: ({ signal }) => api.listOwnReviews({ signal }) })
  return (
    <div className="page">
      <div className="page-head">
        <h1>{text.title}</h1>
        <span className="soft">{text.note}</span>
      </div>
      <Answered asked={asked}>
        {({ items }) => (
          <>
            {items.length === 0 ? <Nothing>{text.none}</Nothing> : null}
            {items.map((review) => (
              <UnitReview key={review.unitId} review={review} />
            ))}
          </>
        )}
      </Answered>
    </div>
  )
}
