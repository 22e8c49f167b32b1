import { openRow, stepForm } from '../acting.ts'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../house.ts'
import { filed, staff } from '../prepared.ts'
import { own } from '../words.ts'

// A subject and a county that no other journey sends to.
const matter = { kind: 'complaint', subject: 'illegal-building', place: { county: '513436', township: null } }

const accepted = async () => {
  const order = await filed({ ...matter, content: own('村口有人占地建房，一直没有人管。') })
  await (
    await staff('seat')
  )(`/orders/${order.orderId}/accept`, matter)
  return order
}

test('[11-2] [12-2c] 退回的裁定指出目录有误，据此提出变更，另一个人审定，派单建议随即改变', async ({ house }) => {
  const back = await accepted()
  const [asDispatcher, asClerk] = [await staff('dispatcher'), await staff('clerk-meigu')]
  await asDispatcher(`/orders/${back.orderId}/dispatch`, { unitId: 'meigu', principle: 'place' })
  await asClerk(`/orders/${back.orderId}/return`, {
    reason: '集体土地上的违法建设由自然资源部门查处。',
    basis: '《土地管理法》第六十七条',
    suggestedUnitId: 'natural-resources',
  })
  await asDispatcher(`/orders/${back.orderId}/accept-return`, { assignmentId: 'assignment-1', note: null })
  await asDispatcher(`/orders/${back.orderId}/dispatch`, { unitId: 'natural-resources', principle: 'industry' })

  const dispatcher = await house.desk('dispatcher', '/console/catalogue?tab=findings')
  const finding = dispatcher.getByRole('listitem').filter({ hasText: '违法建设 · 美姑县' })
  await expect(finding).toContainText('目录写美姑县人民政府，裁定归州自然资源局')
  await finding.getByRole('button', { name: '据此提出变更' }).click()
  const form = dispatcher.getByRole('region', { name: '提出目录变更' })
  await form.getByRole('radio', { name: '行业主管' }).check()
  await form.getByLabel('法律依据').fill('《土地管理法》第六十七条')
  await form.getByRole('button', { name: '看看将会怎样' }).click()
  await expect(form.getByRole('status', { name: '将会怎样' })).toContainText('由美姑县人民政府改为州自然资源局承办')
  // What was pressed is not in its place any more: a second press submits nothing.
  await expect(form.getByRole('status', { name: '将会怎样' })).toBeFocused()
  await form.getByRole('button', { name: '回放' }).click()
  await expect(form.getByRole('status', { name: '回放的结果' })).toContainText('免去退回 1 次')
  await expectAccessible(dispatcher, 'a change of the catalogue previewed')
  await form.getByRole('button', { name: '提交审定' }).click()
  await expect(form).toHaveCount(0)

  const manager = await house.desk('centre-manager', '/console/catalogue?tab=changes')
  const change = manager.getByRole('region', { name: '待审' }).getByRole('listitem').filter({ hasText: '违法建设 · 美姑县' })
  await expect(change.getByRole('link')).toHaveCount(1)
  await change.getByRole('button', { name: '同意', exact: true }).click()
  await manager.getByRole('tooltip').getByRole('button', { name: '同意' }).click()
  await expect(change).toHaveCount(0)

  const clerk = await house.desk('clerk-meigu', '/console/catalogue?tab=concerning')
  await expect(clerk.getByRole('region', { name: '涉及本单位的变更' })).toContainText('由美姑县人民政府改为州自然资源局')

  const next = await accepted()
  await dispatcher.goto('/console/dispatch')
  await openRow(dispatcher, next.number)
  await expect(stepForm(dispatcher)).toContainText('派单目录：州自然资源局（行业主管，《土地管理法》第六十七条）')
})

test('[11-2] 同意了、还没有到日子的变更，写明理由撤销', async ({ house }) => {
  const [asDispatcher, asManager] = [await staff('dispatcher'), await staff('centre-manager')]
  const { changeId } = await asDispatcher<{ changeId: string }>('/catalogue/changes', {
    kind: 'set',
    subject: 'street-lights',
    placeCode: '513437',
    unitId: 'transport',
    principle: 'duty',
    basis: '《城市道路管理条例》第六条',
    on: '2099-01-01',
    until: null,
    reason: '路灯随道路移交',
    evidence: [],
  })
  await asManager(`/catalogue/changes/${changeId}/acceptance`, {})

  const page = await house.desk('centre-manager', '/console/catalogue?tab=changes')
  const change = page.getByRole('region', { name: '审定、撤回和撤销的' }).getByRole('listitem').filter({ hasText: '路灯随道路移交' })
  await expect(change).toContainText('还没到生效日')
  await change.getByRole('button', { name: '撤销', exact: true }).click()
  await change.getByRole('button', { name: '撤销这项变更' }).click()
  await expect(change).toContainText('请写明理由')
  await change.getByLabel('为什么撤销').fill('移交推迟一年')
  await expectAccessible(page, 'a change of the catalogue about to be revoked')
  await change.getByRole('button', { name: '撤销这项变更' }).click()
  await expect(change).toContainText('已撤销')
  await expect(change).toContainText('没有生效：移交推迟一年')
  await expect(change.getByRole('button')).toHaveCount(0)
})
