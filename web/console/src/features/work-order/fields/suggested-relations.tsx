import type { RelationSuggestion } from '@open12345/contract/relation'
import type { Kind } from '@open12345/contract/vocabulary'
import { Alert, Button, Checkbox, Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { accountMark, type MatterValues } from './matter-values.ts'
import { useSuggested, useSuggestedNow } from './use-suggested.ts'
import './suggested.css'

const said = words({
  title: ['文中提到的单位', 'Units that the words name'],
  respondent: ['文中提到：{unit} — 作为被投诉单位？', 'The words name {unit}: complained of?'],
  accused: ['文中提到：{unit} — 作为被举报单位？', 'The words name {unit}: accused?'],
  take: ['采用', 'Take it'],
  not: ['不是', 'It is not'],
  takeUnit: ['采用：{unit}', 'Take it: {unit}'],
  notUnit: ['不是：{unit}', 'It is not: {unit}'],
  because: ['依据：“{words}”', 'Because of “{words}”'],
  byKind: ['依据：诉求类别', 'Because of the kind'],
  person: ['文中提到其人：“{words}”。', 'The words name a person: “{words}”.'],
  account: [
    '系统中该单位只有一人同名，采用时一并列为须回避的人。',
    'One account of that unit has this name; it is taken along and barred.',
  ],
  ask: [
    '举报中提到了单位，还没有选被举报单位。请选上面的单位；确实没有的，请勾选：',
    'The report names a unit and no accused is set. Choose it above; if there is none, tick:',
  ],
  unanswered: ['请采用上面的单位，或者勾选“没有被举报单位”。', 'Take the unit above, or tick that none stands accused.'],
  ownHome: [
    '写的地点可能就是诉求人的住处，承办单位会由此知道是谁。请与诉求人商量，写得笼统些（只写到小区、路口）；本人同意的，照写提交。',
    'The place may be where the requester lives, and tell the unit who it is. Agree with them on a wider place (the estate, the crossing), or go on if they consent.',
  ],
  none: ['没有被举报单位', 'No unit stands accused'],
})

/** The words around what was found, cut out of the text. */
const cut = (text: string, { start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end)

type LineProps = {
  readonly of: string
  readonly suggestion: RelationSuggestion
  readonly onTake: () => void
  readonly onNot: () => void
}
const Line = ({ of, suggestion, onTake, onNot }: LineProps): ReactElement => {
  const text = useWords(said)
  const { as, unitName: unit, because, person, accountId } = suggestion
  return (
    <li>
      <span>{fill(text[as], { unit })}</span>
      <span className="suggested-answers">
        <Button size="small" type="primary" ghost onClick={onTake} aria-label={fill(text.takeUnit, { unit })}>
          {text.take}
        </Button>
        <Button size="small" onClick={onNot} aria-label={fill(text.notUnit, { unit })}>
          {text.not}
        </Button>
      </span>
      <p className="soft">
        {because === null ? text.byKind : fill(text.because, { words: cut(of, because) })}
        {person === null ? null : ` ${fill(text.person, { words: cut(of, person).replace(/^的/u, '') })}`}
        {accountId === null ? null : ` ${text.account}`}
      </p>
    </li>
  )
}

type Props = {
  /** What the requester said; the form's own field where it is not said. */
  readonly words?: string
  /** The form accepts: of a report it is asked who stands accused. */
  readonly isAccepting: boolean
}

/** 20c: the question that a report with a named unit is not accepted without. */
const NoneAccused = ({ words: told, isAsked }: { readonly words: string; readonly isAsked: boolean }): ReactElement => {
  const text = useWords(said)
  const now = useSuggestedNow()
  return (
    <Form.Item
      hidden={!isAsked}
      label={text.ask}
      name="noneAccused"
      valuePropName="checked"
      className="none-accused"
      rules={[
        ({ getFieldsValue }) => ({
          validator: async (_, isNone?: boolean) => {
            const { kind, place, about } = getFieldsValue(true) as MatterValues
            if (isNone === true || kind !== 'report' || about === 'accused') return
            if ((await now({ text: told, kind, place })).length > 0) throw new Error(text.unanswered)
          },
        }),
      ]}
    >
      <Checkbox>{text.none}</Checkbox>
    </Form.Item>
  )
}

/** 20c: of whoever may not be known, where the matter is may tell who they are. A warning: the form is sent all the same. */
const OwnHome = (): ReactElement | null => {
  const text = useWords(said)
  const kind = Form.useWatch<Kind | undefined>('kind')
  const isConfidential = Form.useWatch<boolean | undefined>('confidential')
  const isAnonymous = Form.useWatch<boolean | undefined>('anonymous')
  return kind === 'report' || isConfidential === true || isAnonymous === true ? (
    <Alert type="warning" showIcon className="step-alert" title={text.ownHome} />
  ) : null
}

/** 第二十条: what the words say of units, proposed. Nothing is set without a person's click. @clause 20c */
export const SuggestedRelations = ({ words: written, isAccepting }: Props): ReactElement => {
  const text = useWords(said)
  const form = Form.useFormInstance<MatterValues>()
  const kind = Form.useWatch<Kind | undefined>('kind')
  const place = Form.useWatch<MatterValues['place']>('place')
  const about = Form.useWatch<MatterValues['about']>('about')
  const aboutUnitId = Form.useWatch<string | undefined>('aboutUnitId')
  const typed = Form.useWatch<string | undefined>('content')
  const told = written ?? typed ?? ''
  const addressDetail = Form.useWatch<string | undefined>('addressDetail')
  const homeAddress = Form.useWatch<string | undefined>('homeAddress')
  const { of, items, ownHome } = useSuggested({ text: told, kind, place, addressDetail, homeAddress })
  const [refused, setRefused] = useState<readonly string[]>([])
  const open = items.filter(({ unitId, as }) => !refused.includes(`${as} ${unitId}`) && !(about === as && aboutUnitId === unitId))
  const take = ({ as, unitId, accountId }: RelationSuggestion): void =>
    form.setFieldsValue({ about: as, aboutUnitId: unitId, aboutAccount: accountMark(unitId, accountId) })
  return (
    <>
      <div role="status">
        {ownHome ? <OwnHome /> : null}
        {open.length === 0 ? null : (
          <section className="suggested" aria-label={text.title}>
            <ul className="plain-rows">
              {open.map((suggestion) => (
                <Line
                  key={`${suggestion.as} ${suggestion.unitId}`}
                  of={of}
                  suggestion={suggestion}
                  onTake={() => take(suggestion)}
                  onNot={() => setRefused([...refused, `${suggestion.as} ${suggestion.unitId}`])}
                />
              ))}
            </ul>
          </section>
        )}
      </div>
      <Form.Item name="aboutAccount" hidden>
        <Input />
      </Form.Item>
      {isAccepting && kind === 'report' && about !== 'accused' ? <NoneAccused words={told} isAsked={items.length > 0} /> : null}
    </>
  )
}
