import { expect, phone, test } from '../house.ts'
import { file, track } from '../citizen.ts'
import { findOrder } from '../acting.ts'
import { accept, approve, deliver, dispatch, draft, sign } from '../steps.ts'
import { grouped, own, ownPhone } from '../words.ts'

test('[2-channels] [3-mechanism] [10-record] 不用脚本的手机提交、受理、派单、签收、起草、审核、答复、短信评价、归档', async ({ house }) => {
  const content = own('小区停水两天了，没有看到通知，请问什么时候恢复？')
  const reply = own('管道已抢修完毕，今日 18 时恢复供水。')
  const internal = own('抢修队外包，费用另行结算。')

  const citizen = await house.browser({ ...phone, javaScriptEnabled: false })
  const filed = await file(citizen, { kind: '求助', content, phone: ownPhone(), withPhoto: true })
  expect(filed.number).toMatch(/^2603\d{8}$/)
  expect(filed.queryCode).toMatch(/^\d{8}$/)
  const { number } = filed

  const elsewhere = await house.browser({ ...phone, javaScriptEnabled: false })
  await track(elsewhere, filed)
  await expect(elsewhere.getByRole('heading', { level: 1 })).toContainText(grouped(number))
  await expect(elsewhere.getByText(content).first()).toBeVisible()
  await expect(elsewhere.getByRole('link', { name: '停水现场.png' }).first()).toBeVisible()

  const seat = await house.desk('seat')
  await accept(seat, { number, subject: '供水' })
  const dispatcher = await house.desk('dispatcher')
  await dispatch(dispatcher, { number, unit: '州住房和城乡建设局' })
  await sign(await house.desk('clerk-housing'), { number })
  const handler = await house.desk('handler-housing')
  await draft(handler, { number, reply, internal, withProof: true })
  await approve(await house.desk('reviewer-housing'), { number })
  await deliver(handler, { number, way: '短信答复' })

  await elsewhere.reload()
  await expect(elsewhere.getByRole('heading', { name: '答复', exact: true })).toBeVisible()
  await expect(elsewhere.getByText(reply).first()).toBeVisible()
  await expect(elsewhere.getByRole('link', { name: '抢修完成.png' }).first()).toBeVisible()

  const followUp = await house.desk('follow-up', '/console/messages')
  const asking = followUp.getByRole('listitem').filter({ hasText: number }).filter({ hasText: '1满意' })
  await asking.getByLabel('模拟诉求人回复').fill('1')
  await asking.getByRole('button', { name: '回复' }).click()
  await expect(asking.getByLabel('模拟诉求人回复')).toHaveValue('')
  await followUp.getByRole('link', { name: '收到的回复' }).click()
  await expect(followUp.getByText('已记为评价').first()).toBeVisible()

  await findOrder(dispatcher, number)
  await expect(dispatcher.getByText('满意办结', { exact: true })).toBeVisible()
  await expect(dispatcher.getByText(internal).first()).toBeVisible()

  await elsewhere.reload()
  await expect(elsewhere.getByText('办结')).not.toHaveCount(0)
  await elsewhere.getByText('怎么算的').first().click()
  await expect(elsewhere.getByText('第7个工作日是2026-03-13')).toBeVisible()
  const told = elsewhere.getByRole('list').filter({ has: elsewhere.getByText('派单至州住房和城乡建设局（按职承办）') })
  await expect(told).toBeVisible()
  await expect(elsewhere.locator('body')).not.toContainText(internal)
  expect(await elsewhere.content()).not.toContain('抢修队外包')
})
