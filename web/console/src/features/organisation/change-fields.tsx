import { foundedKinds, type TreeUnitView, type UnitChangeBody } from '@open12345/contract/organisation'
import { Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { UnitSelect } from '../../parts/unit-select.tsx'
import { kindWords } from './unit-words.ts'

const said = words({
  needed: ['请填写', 'Please fill this in'],
  code: ['代码', 'Code'],
  codeHint: [
    '小写字母、数字和连字符，如 water-supply；以后不改，也不重复使用',
    'Small letters, digits and hyphens; never changed, never used twice',
  ],
  codeRule: ['用小写字母、数字和连字符', 'Small letters, digits and hyphens'],
  kind: ['类型', 'Kind'],
  name: ['名称', 'Name'],
  newName: ['新名称', 'New name'],
  shortName: ['简称（可不填）', 'Short name (optional)'],
  nameEn: ['英文名（可不填）', 'English name (optional)'],
  parent: ['上级（空着：不隶属其他单位）', 'Parent (empty: below nobody)'],
  newParent: ['新的上级（空着：不隶属其他单位）', 'New parent (empty: below nobody)'],
  place: ['行政区划代码（可不填）', 'Code of its place (optional)'],
  placeRule: ['4 至 12 位数字', '4 to 12 digits'],
  successor: ['并入哪个单位', 'Merged into'],
  on: ['生效日', 'From'],
  document: ['依据的文件名称和文号', 'Document: name and number'],
  documentHint: ['如 凉府办发〔2026〕8号 机构改革方案', 'Such as 凉府办发〔2026〕8号'],
  words: ['说明（可不填）', 'Remarks (optional)'],
})

/** Nobody stands below themself. */
const outside = (units: readonly TreeUnitView[], unitId: string | undefined) => {
  const parents = new Map(units.map((unit) => [unit.unitId, unit.parentId]))
  return (candidate: { readonly unitId: string }): boolean => {
    const seen = new Set<string>()
    let up: string | null = candidate.unitId
    while (up !== null && !seen.has(up)) {
      if (up === unitId) return false
      seen.add(up)
      up = parents.get(up) ?? null
    }
    return true
  }
}

const Names = ({ label }: { readonly label: string }): ReactElement => {
  const text = useWords(said)
  return (
    <>
      <Form.Item label={label} name="name" rules={[{ required: true, whitespace: true, message: text.needed }]}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item label={text.shortName} name="shortName">
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item label={text.nameEn} name="nameEn">
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
    </>
  )
}

const Founding = (): ReactElement => {
  const text = useWords(said)
  const kinds = useWords(kindWords)
  const needed = { required: true, message: text.needed }
  return (
    <>
      <Names label={text.name} />
      <Form.Item
        label={text.code}
        name="unitId"
        extra={text.codeHint}
        rules={[needed, { pattern: /^[a-z0-9][a-z0-9-]{0,63}$/, message: text.codeRule }]}
      >
        <Input maxLength={64} autoCapitalize="none" autoComplete="off" />
      </Form.Item>
      <Form.Item label={text.kind} name="unitKind" rules={[needed]}>
        <Select options={foundedKinds.map((value) => ({ value, label: kinds[value] }))} />
      </Form.Item>
      <Form.Item label={text.parent} name="parentId">
        <UnitSelect />
      </Form.Item>
      <Form.Item label={text.place} name="placeCode" rules={[{ pattern: /^\d{4,12}$/, message: text.placeRule }]}>
        <Input maxLength={12} inputMode="numeric" autoComplete="off" />
      </Form.Item>
    </>
  )
}

type Props = {
  readonly kind: UnitChangeBody['kind']
  readonly units: readonly TreeUnitView[]
  readonly unitId: string | undefined
  readonly today: string
}

/** What each kind asks for, and what all do: the day and the document. */
export const ChangeFields = ({ kind, units, unitId, today }: Props): ReactElement => {
  const text = useWords(said)
  const among = outside(units, unitId)
  return (
    <div className="unit-fields">
      {kind === 'founded' ? <Founding /> : null}
      {kind === 'renamed' ? <Names label={text.newName} /> : null}
      {kind === 'moved' ? (
        <Form.Item label={text.newParent} name="parentId">
          <UnitSelect among={among} />
        </Form.Item>
      ) : null}
      {kind === 'merged' ? (
        <Form.Item label={text.successor} name="successorId" rules={[{ required: true, message: text.needed }]}>
          <UnitSelect among={(unit) => unit.kind !== 'centre' && unit.kind !== 'office' && among(unit)} />
        </Form.Item>
      ) : null}
      <Form.Item label={text.on} name="on" rules={[{ required: true, message: text.needed }]}>
        <Input type="date" min={today} />
      </Form.Item>
      <Form.Item label={text.document} name="document" rules={[{ required: true, whitespace: true, message: text.needed }]}>
        <Input maxLength={120} placeholder={text.documentHint} autoComplete="off" />
      </Form.Item>
      <Form.Item label={text.words} name="words">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    </div>
  )
}
