import { Checkbox, Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { seatWords } from './seat-words.ts'

/** Who speaks. All of it may stay empty; the number of the call is used where no other is given. */
export const RequesterFields = ({ caller }: { readonly caller: string | null }): ReactElement => {
  const text = useWords(seatWords)
  const isAnonymous = Form.useWatch<boolean | undefined>('anonymous')
  return (
    <div className="requester-fields">
      <Form.Item label={text.name} name="name">
        <Input maxLength={50} autoComplete="off" disabled={isAnonymous === true} />
      </Form.Item>
      <Form.Item label={text.phone} name="phone">
        <Input
          maxLength={30}
          inputMode="tel"
          autoComplete="off"
          placeholder={caller === null ? text.unknownCaller : `${caller} · ${text.phoneHint}`}
        />
      </Form.Item>
      <Form.Item label={text.home} name="homeAddress">
        <Input maxLength={200} autoComplete="off" disabled={isAnonymous === true} />
      </Form.Item>
      <Form.Item name="anonymous" valuePropName="checked" className="anonymous">
        <Checkbox>{text.anonymous}</Checkbox>
      </Form.Item>
    </div>
  )
}
