import type { TreeUnitView, UnitChangeBody, UnitChangeConcern } from '@open12345/contract/organisation'
import type { ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText } from '@open12345/ui/time-text.ts'
import { nameOf } from './use-units.ts'

const said = words({
  title: ['将会怎样', 'What will happen'],
  founded: ['成立“{name}”，{below}。', '“{name}” is founded, {below}.'],
  foundedNext: [
    '它还没有人员和职责：岗位由安全管理员授予，职责在派单目录里提出。',
    'It has nobody and no responsibilities yet: the security administrator grants the roles, responsibilities are proposed in the catalogue.',
  ],
  renamed: ['“{unit}”改称“{name}”，名录、工单和列表都显示新名称。', '“{unit}” is called “{name}” in lists and on orders.'],
  renamedNext: ['旧名称留在变更记录里，查得到。', 'The old name stays in its history.'],
  moved: ['{unit}和它的 {unitsBelow} 个下属改为{below}。', '{unit} and the {unitsBelow} units below it stand {below}.'],
  movedNext: [
    '新上级的人从此看得到其中 {openOrders} 件未办结的工单，原上级的人不再看得到。',
    'The new parent’s people see its {openOrders} open orders from then on; the former parent’s no longer do.',
  ],
  under: ['隶属{parent}', 'below {parent}'],
  top: ['不隶属其他单位', 'below no other unit'],
  merged: ['{unit}终止，列在{successor}之下。', '{unit} ends and stands below {successor}.'],
  orders: ['{openOrders} 件未办结的工单由{successor}负责。', '{successor} answers for its {openOrders} open orders.'],
  people: [
    '{people} 人的岗位转到{successor}，不能转的收回。',
    'The roles of {people} people pass on to {successor}; what cannot is revoked.',
  ],
  responsibilities: ['派单目录中 {responsibilities} 条指向{successor}。', '{responsibilities} responsibilities lead to {successor}.'],
  accused: [
    '举报它的工单，对{successor}的所有人不可见，也不能派给{successor}（第二十条）。',
    'Orders that accuse it are hidden from everybody of {successor}, and are not dispatched to it (article 20).',
  ],
  dissolved: ['{unit}终止，{people} 人的岗位当日收回。', '{unit} ends; the roles of {people} people are revoked that day.'],
  dissolvedNext: [
    '派单目录中 {responsibilities} 条不再找得到它，改按更大的地方找承办单位。',
    '{responsibilities} responsibilities no longer find it; those of the wider place apply.',
  ],
  dissolvedHeld: [
    '到那天如果又有未办结的工单，就不生效，并写明卡在哪里。',
    'Should it have open orders on that day, it does not take effect and says why.',
  ],
  atOnce: ['确认后今天就生效，不能撤回。', 'It takes effect today, once it is confirmed, and cannot be withdrawn.'],
  ahead: ['{on} 零点后生效，生效之前可以撤回。', 'It takes effect as {on} begins, and can be withdrawn until then.'],
})
type Sentence = keyof typeof said

const sentencesOf: Readonly<Record<UnitChangeBody['kind'], readonly Sentence[]>> = {
  founded: ['founded', 'foundedNext'],
  renamed: ['renamed', 'renamedNext'],
  moved: ['moved', 'movedNext'],
  merged: ['merged', 'orders', 'people', 'responsibilities', 'accused'],
  dissolved: ['dissolved', 'dissolvedNext', 'dissolvedHeld'],
}

type Props = { readonly asked: UnitChangeBody; readonly concern: UnitChangeConcern; readonly units: readonly TreeUnitView[] }

/** In sentences and numbers, before anybody confirms it. */
export const ChangePreview = ({ asked, concern, units }: Props): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const { atOnce, ...numbers } = concern
  const parentId = 'parentId' in asked ? asked.parentId : null
  const facts = {
    ...numbers,
    unit: nameOf(units, asked.unitId),
    name: 'name' in asked ? asked.name : '',
    below: parentId === null ? text.top : fill(text.under, { parent: nameOf(units, parentId) }),
    successor: 'successorId' in asked ? nameOf(units, asked.successorId) : '',
    on: dateText(asked.on, language),
  }
  return (
    <section className="unit-preview" role="status" aria-label={text.title}>
      <h3>{text.title}</h3>
      <ul>
        {[...sentencesOf[asked.kind], atOnce ? ('atOnce' as const) : ('ahead' as const)].map((name) => (
          <li key={name}>{fill(text[name], facts)}</li>
        ))}
      </ul>
    </section>
  )
}
