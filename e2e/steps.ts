import { expect, type Page } from '@playwright/test'
import { choose, openRow, openStep, pick, stepForm, submitStep } from './acting.ts'
import { photo } from './files.ts'

type Work = { readonly number: string }

export const accept = async (seat: Page, { number, subject }: Work & { readonly subject: string }): Promise<void> => {
  await seat.goto('/console/seat?tab=accept')
  await openRow(seat, number)
  await choose(stepForm(seat), '事项', subject)
  await submitStep(seat, '受理')
}

export const dispatch = async (dispatcher: Page, { number, unit }: Work & { readonly unit: string }): Promise<void> => {
  await dispatcher.goto('/console/dispatch')
  await openRow(dispatcher, number)
  await choose(stepForm(dispatcher), '承办单位', unit)
  await pick(stepForm(dispatcher), '派单原则', '按职承办')
  await submitStep(dispatcher, '派单')
}

export const sign = async (clerk: Page, { number }: Work): Promise<void> => {
  await clerk.goto('/console/unit')
  await openRow(clerk, number)
  await submitStep(clerk, '签收')
}

type Draft = Work & { readonly reply: string; readonly internal?: string; readonly withProof?: boolean }
export const draft = async (handler: Page, { number, reply, internal, withProof = false }: Draft): Promise<void> => {
  await handler.goto('/console/unit?tab=in-hand')
  await openRow(handler, number)
  const form = stepForm(handler)
  await openStep(handler, '起草答复')
  await form.getByLabel('答复（诉求人将看到）').fill(reply)
  if (internal !== undefined) await form.getByLabel('内部说明（诉求人看不到）').fill(internal)
  if (withProof) {
    await form.locator('input[type=file]').setInputFiles({ ...photo, name: '抢修完成.png' })
    await expect(form.getByRole('button', { name: '移除 抢修完成.png' })).toBeVisible()
  }
  await submitStep(handler, '起草答复')
}

export const approve = async (reviewer: Page, { number }: Work): Promise<void> => {
  await reviewer.goto('/console/unit?tab=to-review')
  await openRow(reviewer, number)
  await submitStep(reviewer, '审核通过')
}

export const deliver = async (handler: Page, { number, way }: Work & { readonly way: string }): Promise<void> => {
  await handler.goto('/console/unit?tab=to-deliver')
  await openRow(handler, number)
  await openStep(handler, '答复诉求人')
  await stepForm(handler).getByText(way, { exact: true }).click()
  await submitStep(handler, '答复诉求人')
}
