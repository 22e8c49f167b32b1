import { choose, openRow, pick, stepForm, submitStep } from '../acting.ts'
import { expect, test } from '../house.ts'
import { filed, preparedUntil, staff, take } from '../prepared.ts'
import { address, password } from '../setting.ts'

test('[13-1] [13-2] 现在不能办的步骤写明条款', async ({ house }) => {
  const order = await preparedUntil('deliver')
  const followUp = await house.desk('follow-up', `/console/orders/${order.orderId}`)
  const forbidden = followUp.getByRole('group').filter({ hasText: '现在不能办的步骤' })
  await forbidden.getByText('现在不能办的步骤').click()
  const redo = forbidden.getByRole('button', { name: '退回重办' })
  await expect(redo).toBeDisabled()
  await expect(redo).toHaveAccessibleDescription(/。（第十三条（一））$/)
  await expect(forbidden.getByRole('button', { name: '答复合规办结' })).toHaveAccessibleDescription(/第十三条/)
})

test('他人同时更新了工单：说明原因、可载入最新内容、已填写的不丢', async ({ house }) => {
  const order = await filed()
  await take(order.orderId, 'accept', 'accept')
  const dispatcher = await house.desk('dispatcher', '/console/dispatch')
  await openRow(dispatcher, order.number)
  const form = stepForm(dispatcher)
  await choose(form, '承办单位', '州住房和城乡建设局')
  await pick(form, '派单原则', '按职承办')
  await form.getByLabel('给承办单位的说明').fill('请联系社区一同查看。')

  house.expectRefusal(412, new RegExp(`${order.orderId}/dispatch$`))
  // Somebody else is a moment faster.
  await dispatcher.route(
    `**/orders/${order.orderId}/dispatch`,
    async (route) => {
      await (
        await staff('follow-up')
      )(`/orders/${order.orderId}/facts`, { content: '来电补充：两侧都不亮。', files: [] })
      await route.continue()
    },
    { times: 1 },
  )
  await form.getByRole('button', { name: '派单', exact: true }).click()
  await expect(dispatcher.getByText('他人刚刚更新了这件工单，您填写的内容仍保留。')).toBeVisible()
  await dispatcher.getByRole('button', { name: '载入最新内容' }).click()
  await expect(dispatcher.getByText('来电补充：两侧都不亮。').first()).toBeVisible()
  await expect(form.getByLabel('给承办单位的说明')).toHaveValue('请联系社区一同查看。')
  await submitStep(dispatcher, '派单')
})

test('岗位刚被收回的人，知道为什么只看到口令和登录', async ({ house }) => {
  const security = await house.desk('security-admin')
  const ask = async <T>(path: string, data: object): Promise<T> => (await security.request.post(`/api/v1/accounts${path}`, { data })).json()
  const login = `newcomer-${process.pid}-${Temporal.Now.instant().epochMilliseconds % 100_000}`
  const { link, accountId } = await ask<{ link: string; accountId: string }>('', { login, name: '新来的人' })
  await ask('/invitations/accept', { token: new URL(link, address()).searchParams.get('token'), password })
  const { grants } = await ask<{ grants: readonly { grantId: string }[] }>(`/${accountId}/grants`, { role: 'analyst', unitId: 'centre' })
  const newcomer = await house.desk(login, '/console/')
  await expect(newcomer.getByRole('link', { name: '运行看板' })).toBeVisible()
  expect((await security.request.delete(`/api/v1/accounts/${accountId}/grants/${grants[0]!.grantId}`)).ok()).toBe(true)
  await newcomer.goto('/console/')
  await expect(newcomer.getByRole('heading', { level: 1, name: '我的登录与口令' })).toBeVisible()
  await expect(newcomer.getByText('您的岗位目前没有可用的工作台和页面')).toBeVisible()
})
