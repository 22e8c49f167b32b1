// Takes the pictures of the README from a running demonstration: node scripts/run.mjs scripts/screenshots.ts [http://localhost:12345]
// It files a request, takes a call and looks around; run it on a demonstration that nobody needs afterwards.
// In the working hours of Beijing: at night the board of the day is empty and messages wait.
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { findBrowser } from './need-browser.ts'

const folder = join(import.meta.dirname, '..', 'docs', 'images')
const address = process.argv[2] ?? 'http://localhost:12345'
const mostBytes = 250_000
const password = 'liangshan-12345'

const screen: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true }

type Camera = {
  readonly open: (path: string, options: BrowserContextOptions, login?: string) => Promise<Page>
  readonly take: (page: Page, name: string) => Promise<void>
}

const cameraOf = (browser: Browser): Camera => ({
  open: async (path, options, login) => {
    const context = await browser.newContext({ baseURL: address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options })
    context.setDefaultTimeout(20_000)
    if (login !== undefined) {
      const answer = await context.request.post('/api/v1/session', { data: { login, password } })
      if (!answer.ok()) throw new Error(`${login} could not sign in at ${address}: ${answer.status()}`)
    }
    const page = await context.newPage()
    await page.goto(path)
    return page
  },
  take: async (page, name) => {
    // A page with live hints is never idle: what it asks for at first is there when nothing spins any more.
    await page.waitForLoadState('load')
    await page.locator('.ant-spin-spinning, .ant-skeleton').waitFor({ state: 'detached' })
    await page.evaluate(() => document.fonts.ready)
    const path = join(folder, `${name}.png`)
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
    const { size } = statSync(path)
    if (size > mostBytes) throw new Error(`${path} has ${size} bytes`)
    process.stdout.write(`${name}.png  ${Math.round(size / 1000)} kB\n`)
  },
})

const choose = async (page: Page, label: string, typed: string): Promise<void> => {
  const field = page.getByRole('combobox', { name: label })
  await field.click()
  await field.fill(typed)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: typed }).first().click()
}

const radio = (page: Page, label: string, choice: string): Promise<void> =>
  page
    .locator('.ant-form-item')
    .filter({ has: page.locator('.ant-form-item-label', { hasText: label }) })
    .locator('label')
    .filter({ hasText: new RegExp(`^${choice}$`) })
    .click()

const orderNumber = /\d{4} \d{4} \d{4}/

const citizens = async ({ open, take }: Camera): Promise<void> => {
  await take(await open('/', phone), 'citizen-home')
  const form = await open('/file', phone)
  await form.getByRole('radio', { name: '求助' }).check()
  await form.getByLabel('什么事').fill('小区门口的排水沟堵了，一下雨水就漫到人行道上，老人和上学的孩子不好走，请派人来清一清。')
  const county = form.getByLabel('县（市）')
  await county.selectOption({ label: '西昌市' })
  await form.getByLabel('怎么称呼您').fill('演示用户')
  await form.getByLabel('联系电话').fill('13800000000')
  await form.getByLabel('什么事').scrollIntoViewIfNeeded()
  await form.screenshot({ path: join(folder, 'citizen-form.png'), animations: 'disabled', caret: 'hide' })
  await form.getByRole('button', { name: '提交' }).click()
  await form.getByRole('heading', { name: '已收到您的诉求' }).waitFor()
  await form.goto('/request')
  await take(form, 'citizen-request')
}

/** A seat that was left in a call, by an earlier run or by this one. */
const freeSeat = async ({ request }: BrowserContext): Promise<void> => {
  const { items } = (await (await request.get('/api/v1/contacts/current')).json()) as { items: { contactId: string }[] }
  for (const { contactId } of items)
    for (const step of ['answer', 'hang-up', 'finish']) await request.post(`/api/v1/contacts/${contactId}/${step}`, { data: {} })
}

const takeCall = async ({ open, take }: Camera): Promise<void> => {
  const seat = await open('/console/seat', screen, 'seat')
  await freeSeat(seat.context())
  await seat.reload()
  await seat.getByLabel('主叫号码').fill('13800000000')
  await seat.getByRole('button', { name: '模拟来电' }).click()
  await seat.getByRole('button', { name: '接听' }).click()
  await seat.getByText('通话中').waitFor()
  await seat.getByRole('textbox', { name: '姓名' }).fill('演示用户')
  await seat.getByRole('textbox', { name: '诉求内容' }).fill('路口的红绿灯从早上起就不亮了，上下学时车多人多，怕出事。')
  await radio(seat, '处理', '受理（转派单）')
  await radio(seat, '诉求类别', '求助')
  await choose(seat, '事项', '交通秩序')
  await choose(seat, '县市', '西昌市')
  await seat.evaluate(() => scrollTo(0, 0))
  await take(seat, 'console-seat')
  await freeSeat(seat.context())
}

const dispatching = async ({ open, take }: Camera): Promise<void> => {
  const dispatcher = await open('/console/dispatch', screen, 'dispatcher')
  await dispatcher.getByRole('link', { name: /路灯/ }).first().click()
  await dispatcher.getByRole('article').getByRole('heading', { name: orderNumber }).waitFor()
  await choose(dispatcher, '承办单位', '住房和城乡建设')
  await radio(dispatcher, '派单原则', '按职承办')
  await take(dispatcher, 'console-dispatch')
}

const unitAtWork = async ({ open, take }: Camera): Promise<void> => {
  const reviewer = await open('/console/unit?tab=to-review', screen, 'reviewer-transport')
  await reviewer.getByRole('link', { name: orderNumber }).first().click()
  await reviewer.getByRole('article').getByRole('heading', { name: orderNumber }).waitFor()
  await take(reviewer, 'console-unit')

  const handler = await open('/console/unit?tab=in-hand', phone, 'handler-human-resources')
  await handler.getByRole('link', { name: orderNumber }).first().click()
  await handler.getByRole('heading', { name: orderNumber }).waitFor()
  await take(handler, 'console-phone')
}

const overview = async ({ open, take }: Camera): Promise<void> => {
  const board = await open('/console/board', screen, 'centre-manager')
  await board.locator('main svg:not([data-icon])').first().waitFor()
  await take(board, 'console-board')

  const clocks = await open('/console/calendar', screen, 'centre-manager')
  await clocks.getByRole('heading', { level: 1 }).waitFor()
  await take(clocks, 'console-calendar')

  const order = await open('/console/unit?tab=to-review', screen, 'reviewer-transport')
  await order.getByRole('link', { name: orderNumber }).first().click()
  await order.getByText('为什么是这一天').first().click()
  await order.waitForTimeout(800)
  await take(order, 'console-why')
}

const main = async (): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('There is no Chromium: apt-get install chromium fonts-noto-cjk')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const camera = cameraOf(browser)
    await citizens(camera)
    await takeCall(camera)
    await dispatching(camera)
    await unitAtWork(camera)
    await overview(camera)
  } finally {
    await browser.close()
  }
}

await main()
