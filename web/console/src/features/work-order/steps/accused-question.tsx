import type { OrderView } from '@open12345/contract/work-order'
import { Button, Checkbox, Form } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { isWithin, superiorOf } from '../../../parts/unit-tree.ts'
import { useUnits } from '../../../parts/unit-select.tsx'
import { useSuggested, useSuggestedNow, type Asked } from '../fields/use-suggested.ts'

const said = words({
  title: ['文中提到的单位', 'Units that the words name'],
  named: [
    '举报文中提到：{unit} — 是被举报单位？受理时没有列明。',
    'The report names {unit}: accused? Nothing was said of it at acceptance.',
  ],
  instead: ['是，派给{superior}', 'Yes: dispatch to {superior}'],
  not: ['不是', 'It is not'],
  notUnit: ['不是：{unit}', 'It is not: {unit}'],
  ask: [
    '要派给的单位就是举报文中提到的单位。请改派其上级或者监督单位；确实没有被举报的，请勾选：',
    'The report goes to a unit that its own words name. Choose its superior; if it is not accused, tick:',
  ],
  unanswered: ['请改派其他单位，或者勾选“已核对，该单位没有被举报”。', 'Choose another unit, or tick that this one is not accused.'],
  none: ['已核对，该单位没有被举报', 'Checked: this unit stands not accused'],
})

type Props = { readonly order: OrderView; readonly onTake: (unitId: string) => void }

const askedOf = ({ content, kind, place }: OrderView): Asked => ({ text: content, kind: kind ?? undefined, place: place ?? undefined })

/** Units that the form would give the order to, whichever of its fields hold them. */
type Giving = {
  readonly unitId?: string | undefined
  readonly parts?: readonly ({ readonly unitId?: string | undefined } | undefined)[] | undefined
  readonly notAccused?: boolean
}
const givenTo = ({ unitId, parts = [] }: Giving): readonly string[] =>
  [unitId, ...parts.map((part) => part?.unitId)].filter((one) => one !== undefined)

const Question = ({ order, onTake }: Props): ReactElement => {
  const text = useWords(said)
  const units = useUnits().data?.items ?? []
  const form = Form.useFormInstance<Giving>()
  const now = useSuggestedNow()
  const { items } = useSuggested(askedOf(order))
  const [refused, setRefused] = useState<readonly string[]>([])
  const isNamed = (named: readonly { readonly unitId: string }[], given: readonly string[]): boolean =>
    given.some((unitId) => named.some((one) => isWithin(units, unitId, one.unitId)))
  const given = givenTo({ unitId: Form.useWatch('unitId', form), parts: Form.useWatch('parts', form) })
  const open = items.filter(({ unitId }) => !refused.includes(unitId))
  return (
    <>
      <div role="status">
        {open.length === 0 ? null : (
          <section className="suggested" aria-label={text.title}>
            <ul className="plain-rows">
              {open.map(({ unitId, unitName: unit }) => {
                const superior = superiorOf(units, unitId)
                return (
                  <li key={unitId}>
                    <span>{fill(text.named, { unit })}</span>
                    <span className="suggested-answers">
                      {superior === undefined ? null : (
                        <Button size="small" type="primary" ghost onClick={() => onTake(superior.unitId)}>
                          {fill(text.instead, { superior: superior.name })}
                        </Button>
                      )}
                      <Button size="small" onClick={() => setRefused([...refused, unitId])} aria-label={fill(text.notUnit, { unit })}>
                        {text.not}
                      </Button>
                    </span>
                  </li>
                )
              })}
            </ul>
          </section>
        )}
      </div>
      <Form.Item
        hidden={!isNamed(items, given)}
        label={text.ask}
        name="notAccused"
        valuePropName="checked"
        rules={[
          ({ getFieldsValue }) => ({
            validator: async (_, isNone?: boolean) => {
              if (isNone !== true && isNamed(await now(askedOf(order)), givenTo(getFieldsValue(true) as Giving)))
                throw new Error(text.unanswered)
            },
          }),
        ]}
      >
        <Checkbox>{text.none}</Checkbox>
      </Form.Item>
    </>
  )
}

/** 20c: a report whose words name a unit, and nobody said whether it stands accused. @clause 20c */
export const AccusedQuestion = (props: Props): ReactElement | null => {
  const { kind, relations, noneAccused } = props.order
  const isAnswered = relations === null || relations.accusedUnitId !== null || noneAccused !== false
  return kind !== 'report' || isAnswered ? null : <Question {...props} />
}
