import { expect, phone, test } from '../house.ts'
import { own, ownPhone } from '../words.ts'

test('[20c] 不用脚本的手机：举报里写了自己的住处，先提醒，勾选后照样提交', async ({ house }) => {
  const content = own('我家隔壁月城小区3栋2单元502室夜里放高利贷。')
  const citizen = await house.browser({ ...phone, javaScriptEnabled: false })
  await citizen.goto('/file')
  await citizen.getByRole('radio', { name: '举报' }).check()
  await citizen.getByLabel('什么事').fill(content)
  await citizen.getByLabel('事情发生在哪里').selectOption({ label: '西昌市（不清楚哪个乡镇）' })
  await citizen.getByLabel('联系电话').fill(ownPhone())
  await citizen.getByRole('button', { name: '提交' }).click()
  await expect(citizen.getByRole('alert')).toContainText('您写的地点可能就是您的住处')
  await expect(citizen.getByLabel('什么事')).toHaveValue(content)
  await citizen.getByRole('checkbox', { name: '我知道，就这样提交' }).check()
  await citizen.getByRole('button', { name: '提交' }).click()
  await expect(citizen.getByRole('heading', { name: '已收到您的诉求' })).toBeVisible()
})
