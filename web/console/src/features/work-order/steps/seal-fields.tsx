import { fewestNamed, mostNamed, sealReasonLabels, sealReasons, type SealReason } from '@open12345/contract/vocabulary'
import { Form, Select } from 'antd'
import type { ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { useOptions } from '../../../parts/label-options.ts'
import { PeopleSelect, type Chosen } from '../fields/people-select.tsx'
import { formWords } from './form-words.ts'
import { WordsField } from './words-field.tsx'

const said = words({
  persons: ['知悉人员', 'Who may know of it'],
  why: ['密封的原因', 'Why it is sealed'],
  howMany: ['请列{fewest}至{most}人', 'Name {fewest} to {most} people'],
  words: ['说明（承办单位看不到）', 'In words (units do not read it)'],
})

export type Sealing = { readonly persons: string[]; readonly reason: SealReason; readonly words: string }

/** @clause 20c */
export const SealFields = ({
  orderId,
  known,
  fewest = fewestNamed,
}: {
  readonly orderId: string
  readonly known: readonly Chosen[]
  /** Beside those who are named already and stay. */
  readonly fewest?: number
}): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const options = useOptions()
  return (
    <>
      <Form.Item
        label={text.persons}
        name="persons"
        rules={[{ required: true, type: 'array', min: fewest, max: mostNamed, message: fill(text.howMany, { fewest, most: mostNamed }) }]}
      >
        <PeopleSelect orderId={orderId} known={known} />
      </Form.Item>
      <Form.Item label={text.why} name="reason" rules={[{ required: true, message: common.choose }]}>
        <Select options={options(sealReasons, sealReasonLabels)} />
      </Form.Item>
      <WordsField name="words" label={text.words} most={1000} />
    </>
  )
}
