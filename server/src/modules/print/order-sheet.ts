import { clockTexts, isClockName } from '@open12345/domain/policy'
import { kindLabels, stageLabels } from '@open12345/domain/vocabulary'
import type { OrderView } from '@open12345/contract/work-order'
import { subjectName } from '../work-order/index.ts'
import { html, paper, type Markup } from './paper.ts'

const civil = (instant: string | null): string =>
  instant === null
    ? ''
    : Temporal.Instant.from(instant)
        .toZonedDateTimeISO('Asia/Shanghai')
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .replace('T', ' ')

const row = (name: string, value: string | null): Markup =>
  html`<tr>
    <th>${name}</th>
    <td>${value ?? '—'}</td>
  </tr>`
const outcomes: Readonly<Record<string, string>> = {
  pending: '计时中',
  met: '按时',
  late: '逾期完成',
  breached: '已逾期',
  waived: '不再计时',
}

const clockRow = ({ kind, round, startAt, dueOn, outcome, metAt, provisional }: OrderView['clocks'][number]): Markup =>
  html`<tr>
    <td>${isClockName(kind) ? clockTexts[kind].name.zh : kind}${round > 1 ? `（第 ${round} 轮）` : ''}</td>
    <td>${civil(startAt)}</td>
    <td>${dueOn}${provisional ? '（暂定）' : ''}</td>
    <td>${outcomes[outcome] ?? outcome} ${civil(metAt)}</td>
  </tr>`

const entry = ({ at, by, title, texts }: OrderView['timeline'][number]): Markup =>
  html`<tr>
    <td>${civil(at)}</td>
    <td>${by}</td>
    <td>${title}${texts.map(({ text }) => html`<p>${text}</p>`)}</td>
  </tr>`

/** The order on paper, with what its reader may see: masked, as on the screen. Who printed it, and when, stands on it. */
export const orderSheet = (order: OrderView, printedBy: string, at: Temporal.Instant): string =>
  paper(
    `工单 ${order.number}`,
    html`<h1>12345 政务服务便民热线工单</h1>
      <table>
        ${row('工单号', order.number)} ${row('状态', stageLabels[order.stage].zh)}
        ${row('类别', order.kind === null ? null : kindLabels[order.kind].zh)} ${row('事项', subjectName(order.subject, 'zh'))}
        ${row('涉事地址', `${order.placeName} ${order.addressDetail ?? ''}`)} ${row('登记时间', civil(order.recordedAt))}
        ${row('承办单位', order.unitName)}
        ${row('诉求人', order.requester === null ? '（保密）' : [order.requester.name, order.requester.phone].filter((part) => part !== null).join(' ') || '（未留姓名、电话或者保密）')}
      </table>
      <h2>诉求内容</h2>
      <p>${order.content}</p>
      <h2>时限</h2>
      <table>
        <tr>
          <th>时限</th>
          <th>起计</th>
          <th>最后期限</th>
          <th>结果</th>
        </tr>
        ${order.clocks.map(clockRow)}
      </table>
      <h2>办理经过</h2>
      <table>
        <tr>
          <th>时间</th>
          <th>经办</th>
          <th>事项</th>
        </tr>
        ${order.timeline.map(entry)}
      </table>
      <p class="foot">打印人：${printedBy}　打印时间：${civil(at.toString())}　本件涉及个人信息，按《办法》第二十条保管。</p>`,
  )

/** 答复函: the reply as its requester receives it; no internal words, no names of those who worked on it. */
export const replyLetter = (order: OrderView, reply: string, at: Temporal.Instant): string =>
  paper(
    `答复函 ${order.number}`,
    html`<h1>关于工单 ${order.number} 的答复</h1>
      <p>尊敬的诉求人：</p>
      <p>　　您于 ${civil(order.recordedAt)} 通过 12345 政务服务便民热线反映的事项，现答复如下：</p>
      <p>${reply}</p>
      <p>　　如对答复有疑问，请拨打 12345，并告知工单号。感谢您的支持。</p>
      <p class="right">${order.unitName}<br />${civil(at.toString()).slice(0, 10)}</p>`,
  )
