import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { assignmentRoleLabels, principleLabels, principles, type Principle } from '@open12345/contract/vocabulary'
import { Button, Form, Input, Select } from 'antd'
import { useRef, type ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { useOptions } from '../../../parts/label-options.ts'
import { UnitSelect } from '../../../parts/unit-select.tsx'
import type { JointRole } from '../parts-of-order.ts'
import { formWords } from './form-words.ts'

const said = words({
  part: ['第 {number} 个单位', 'Unit {number}'],
  role: ['身份', 'Role'],
  principle: ['派单原则', 'Principle'],
  asked: ['要它办什么（可不填）', 'What it is asked for (optional)'],
  add: ['再加一个单位', 'One more unit'],
  remove: ['移除第 {number} 个单位', 'Take unit {number} away'],
})

export type PartTyped = {
  readonly unitId?: string
  readonly role?: JointRole
  readonly principle?: Principle
  readonly note?: string
}

const ledRoles = ['lead', 'principal', 'assist'] as const

type RowProps = { readonly at: number; readonly number: number; readonly isLed: boolean; readonly onRemove: (() => void) | undefined }
const PartRow = ({ at, number, isLed, onRemove }: RowProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const options = useOptions()
  const required = [{ required: true, message: common.choose }]
  return (
    <fieldset className={`part-row ${isLed ? 'part-row-led' : ''}`}>
      <legend>
        {fill(text.part, { number })}
        {onRemove === undefined ? null : (
          <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={fill(text.remove, { number })} onClick={onRemove} />
        )}
      </legend>
      <Form.Item label={common.unit} name={[at, 'unitId']} rules={required}>
        <UnitSelect />
      </Form.Item>
      {isLed ? (
        <Form.Item label={text.role} name={[at, 'role']} rules={required}>
          <Select options={options(ledRoles, assignmentRoleLabels)} />
        </Form.Item>
      ) : null}
      <Form.Item label={text.principle} name={[at, 'principle']} rules={required}>
        <Select options={options(principles, principleLabels)} />
      </Form.Item>
      <Form.Item label={text.asked} name={[at, 'note']} className="part-asked">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
      </Form.Item>
    </fieldset>
  )
}

const most = 10

/** 11-3: one row for each unit: which, as what, by which principle, for what. */
export const DispatchParts = ({ isLed }: { readonly isLed: boolean }): ReactElement => {
  const text = useWords(said)
  const frame = useRef<HTMLDivElement>(null)
  /** Whoever works by keyboard goes on in the new row, and is not lost with a row that went. */
  const focusSoon = (find: (within: HTMLElement) => HTMLElement | null | undefined): void =>
    void requestAnimationFrame(() => frame.current !== null && find(frame.current)?.focus())
  const addButton = (within: HTMLElement) => within.querySelector<HTMLElement>('.part-add')
  const newRow = (within: HTMLElement) => [...within.querySelectorAll('.part-row')].at(-1)?.querySelector<HTMLElement>('input')
  return (
    <div ref={frame}>
      <Form.List name="parts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, index) => (
              <PartRow
                key={key}
                at={name}
                number={index + 1}
                isLed={isLed}
                onRemove={
                  fields.length <= 2
                    ? undefined
                    : () => {
                        remove(name)
                        focusSoon(addButton)
                      }
                }
              />
            ))}
            {fields.length >= most ? null : (
              <Button
                className="part-add"
                type="dashed"
                icon={<PlusOutlined />}
                onClick={() => {
                  add(isLed ? { role: 'assist' } : {})
                  focusSoon(newRow)
                }}
              >
                {text.add}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </div>
  )
}
