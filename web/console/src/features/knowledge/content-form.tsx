import type { KnowledgeContent } from '@open12345/contract/knowledge'
import { knowledgeTypes } from '@open12345/contract/vocabulary'
import { Button, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { todayOn } from '@open12345/ui/time-text.ts'
import { useMay, useSession } from '../../api/session.ts'
import { PlaceSelect } from '../../parts/place-select.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { UnitSelect } from '../../parts/unit-select.tsx'
import { contentOf, typedOf, type Typed } from './content-typed.ts'
import { contentWords, typeWords } from './knowledge-words.ts'

const said = words({
  needed: ['请填写', 'Please fill this in'],
  variantsNote: ['每行一个，最多20个', 'One in each line, 20 at most'],
  keywordsNote: ['用空格隔开', 'Separated by spaces'],
  bodyNote: ['纯文字，分段即换行', 'Plain text; a new line is a new paragraph'],
  articleNeeded: ['法律法规请写明条款', 'Name the article of the law'],
  documentNote: ['发文单位和文件名称', 'Who issued it, and its name'],
  regionNote: ['空着就是全州', 'Empty: the whole prefecture'],
  toNote: ['空着就是长期有效', 'Empty: no end'],
  reviewNote: ['空着就按规定推算', 'Empty: by the norm'],
  contradict: ['早于生效日期', 'Before it is in force'],
  close: ['关闭', 'Close'],
})

type Props = {
  readonly name: string
  readonly title: string
  readonly submit: string
  readonly content?: KnowledgeContent
  readonly isPending: boolean
  readonly error: unknown
  readonly onSubmit: (content: KnowledgeContent) => void
  readonly onClose: () => void
}

const What = (): ReactElement => {
  const text = useWords(said)
  const names = useWords(contentWords)
  const types = useWords(typeWords)
  const needed = { required: true, whitespace: true, message: text.needed }
  return (
    <>
      <Form.Item label={names.type} name="type" rules={[{ required: true, message: text.needed }]}>
        <Select autoFocus options={knowledgeTypes.map((type) => ({ value: type, label: types[type] }))} />
      </Form.Item>
      <Form.Item className="wide" label={names.title} name="title" rules={[{ ...needed, min: 2 }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item className="wide" label={names.body} name="body" extra={text.bodyNote} rules={[{ ...needed, min: 2 }]}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 20 }} maxLength={10_000} showCount />
      </Form.Item>
      <Form.Item label={names.variants} name="variants" extra={text.variantsNote}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item label={names.keywords} name="keywords" extra={text.keywordsNote} rules={[needed]}>
        <Input maxLength={400} autoComplete="off" />
      </Form.Item>
    </>
  )
}

/** A unit writes what it provides; the centre writes for anybody. */
const Owner = (): ReactElement => {
  const text = useWords(said)
  const names = useWords(contentWords)
  const may = useMay()
  const own = (useSession()?.units ?? []).map(({ unitId }) => unitId)
  const isCentre = may('knowledge.publish')
  return (
    <Form.Item label={names.owner} name="ownerUnitId" rules={[{ required: true, message: text.needed }]}>
      <UnitSelect among={({ unitId, parentId }) => isCentre || own.includes(unitId) || (parentId !== null && own.includes(parentId))} />
    </Form.Item>
  )
}

const WhereFrom = (): ReactElement => {
  const text = useWords(said)
  const names = useWords(contentWords)
  const isLaw = Form.useWatch<Typed['type']>('type') === 'law'
  return (
    <>
      <Owner />
      <Form.Item
        label={names.document}
        name="document"
        extra={text.documentNote}
        rules={[{ required: true, whitespace: true, min: 2, message: text.needed }]}
      >
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item label={names.number} name="number">
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item label={names.article} name="article" rules={[{ required: isLaw, message: text.articleNeeded }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </>
  )
}

const WhereAndWhen = (): ReactElement => {
  const text = useWords(said)
  const names = useWords(contentWords)
  return (
    <>
      <Form.Item className="wide" label={names.region} name="region" extra={text.regionNote}>
        <PlaceSelect />
      </Form.Item>
      <Form.Item label={names.validFrom} name="validFrom" rules={[{ required: true, message: text.needed }]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item
        label={names.validTo}
        name="validTo"
        extra={text.toNote}
        dependencies={['validFrom']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, to: string | undefined) =>
              to !== undefined && to !== '' && to < String(getFieldValue('validFrom') ?? '')
                ? Promise.reject(new Error(text.contradict))
                : Promise.resolve(),
          }),
        ]}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item label={names.reviewOn} name="reviewOn" extra={text.reviewNote}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}

/** 第十五条 录入标准. @clause 15 */
export const ContentForm = ({ name, title, submit, content, isPending, error, onSubmit, onClose }: Props): ReactElement => {
  const text = useWords(said)
  const own = useSession()?.units ?? []
  const isUnit = !useMay()('knowledge.publish')
  const first: Partial<Typed> = {
    type: 'guide',
    validFrom: todayOn(),
    ...(isUnit && own[0] !== undefined ? { ownerUnitId: own[0].unitId } : {}),
  }
  return (
    <Form
      layout="vertical"
      name={name}
      aria-label={title}
      initialValues={content === undefined ? first : typedOf(content)}
      onFinish={(typed: Typed) => onSubmit(contentOf(typed))}
    >
      <div className="knowledge-fields">
        <What />
        <WhereFrom />
        <WhereAndWhen />
      </div>
      <ProblemNote error={error} />
      <div className="knowledge-steps">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {submit}
        </Button>
        <Button onClick={onClose}>{text.close}</Button>
      </div>
    </Form>
  )
}
