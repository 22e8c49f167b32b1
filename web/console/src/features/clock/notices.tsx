import type { NoticeBody, NoticeView } from '@open12345/contract/clock'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Form, Input, InputNumber, Space } from 'antd'
import type { ReactElement } from 'react'
import { useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText, todayOn } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered } from '../../parts/states.tsx'
import { daysOf, runsOf, type Run } from './day-runs.ts'

const said = words({
  entered: ['已录入的通知', 'Notices'],
  superseded: ['已被替代', 'Superseded'],
  builtIn: ['随程序提供', 'Came with the program'],
  off: ['放假', 'Off'],
  worked: ['调休上班', 'Worked'],
  enter: ['录入放假通知', 'Enter a notice'],
  note: [
    '录入后新起算的时限按新日历计算；已经起算的时限不重算。',
    'Clocks that start from now on are counted by the new calendar; those that run already are not counted anew.',
  ],
  number: ['文号', 'Number'],
  numberHint: ['如 凉府办函〔2022〕121号', 'Such as 凉府办函〔2022〕121号'],
  year: ['年度', 'Year'],
  settles: ['通知明确了哪些节日的安排', 'The feasts that it settles'],
  national: ['全国放假安排', 'The national list'],
  addDay: ['加一段日子', 'Add days'],
  remove: ['删去这一段', 'Remove these days'],
  from: ['日期（首日）', 'First day'],
  to: ['末日（只一天可空着）', 'Last day (empty: one day)'],
  feast: ['节日', 'Feast'],
  supersedes: ['替代的文号（可不填）', 'Takes the place of (optional)'],
  submit: ['录入', 'Enter'],
  done: ['已录入', 'Entered'],
  needed: ['请填写', 'Please fill this in'],
})

const Notice = ({ notice }: { readonly notice: NoticeView }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const days = (some: NoticeView['off']): string =>
    runsOf(some)
      .map(({ from, to, name }) => `${name} ${dateText(from, language)}${from === to ? '' : ` – ${dateText(to, language)}`}`)
      .join('；')
  return (
    <li>
      <strong>{notice.number}</strong> <span className="soft">{notice.year}</span>{' '}
      {notice.inForce ? null : <span className="tag">{text.superseded}</span>}{' '}
      {notice.enteredAt === null ? <span className="soft">{text.builtIn}</span> : null}
      {notice.off.length === 0 ? null : (
        <p>
          {text.off}：{days(notice.off)}
        </p>
      )}
      {notice.worked.length === 0 ? null : (
        <p>
          {text.worked}：{days(notice.worked)}
        </p>
      )}
    </li>
  )
}

const DayList = ({ name, label }: { readonly name: 'off' | 'worked'; readonly label: string }): ReactElement => {
  const text = useWords(said)
  const needed = [{ required: true, message: text.needed }]
  return (
    <fieldset className="day-fields">
      <legend>{label}</legend>
      <Form.List name={name}>
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <Space key={row.key} align="start" wrap>
                <Form.Item name={[row.name, 'from']} rules={needed} label={text.from}>
                  <Input type="date" />
                </Form.Item>
                <Form.Item name={[row.name, 'to']} label={text.to}>
                  <Input type="date" />
                </Form.Item>
                <Form.Item name={[row.name, 'name']} rules={needed} label={text.feast}>
                  <Input maxLength={40} />
                </Form.Item>
                <Button className="day-remove" aria-label={text.remove} onClick={() => remove(row.name)}>
                  ✕
                </Button>
              </Space>
            ))}
            <Button size="small" onClick={() => add()}>
              {text.addDay}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

type Typed = Omit<NoticeBody, 'settles' | 'off' | 'worked'> & {
  readonly settles?: string[]
  readonly off?: readonly Run[]
  readonly worked?: readonly Run[]
}

const EnterNotice = ({
  feasts,
}: {
  readonly feasts: readonly { readonly id: string; readonly zh: string; readonly en: string }[]
}): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const [form] = Form.useForm<Typed>()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const enter = useCommand(
    ({ settles = [], off = [], worked = [], supersedes, ...rest }: Typed, { idempotencyKey }) =>
      api.enterNotice({
        idempotencyKey,
        body: { ...rest, settles, off: daysOf(off), worked: daysOf(worked), ...(supersedes?.trim() ? { supersedes } : {}) },
      }),
    () => {
      form.resetFields()
      void queries.invalidateQueries({ queryKey: ['calendar-notices'] })
      void queries.invalidateQueries({ queryKey: ['calendars'] })
      void message.success(text.done)
    },
  )
  const choices = [
    ...feasts.map((feast) => ({ value: feast.id, label: label(feast) })),
    ...(feasts.some(({ id }) => id === 'national-list') ? [] : [{ value: 'national-list', label: text.national }]),
  ]
  return (
    <section className="sheet" aria-label={text.enter}>
      <h2>{text.enter}</h2>
      <p className="form-note">{text.note}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ year: Number(todayOn().slice(0, 4)) + 1 }}
        onFinish={(typed: Typed) => enter.mutate(typed)}
        scrollToFirstError={{ focus: true }}
      >
        <div className="two-fields">
          <Form.Item label={text.number} name="number" rules={[{ required: true, whitespace: true, message: text.needed }]}>
            <Input maxLength={80} placeholder={text.numberHint} />
          </Form.Item>
          <Form.Item label={text.year} name="year" rules={[{ required: true, message: text.needed }]}>
            <InputNumber min={1992} max={2199} controls={false} />
          </Form.Item>
        </div>
        <Form.Item label={text.settles} name="settles">
          <Checkbox.Group options={choices} />
        </Form.Item>
        <DayList name="off" label={text.off} />
        <DayList name="worked" label={text.worked} />
        <Form.Item label={text.supersedes} name="supersedes">
          <Input maxLength={80} />
        </Form.Item>
        <ProblemNote error={enter.error} />
        <Button type="primary" htmlType="submit" loading={enter.isPending}>
          {text.submit}
        </Button>
      </Form>
    </section>
  )
}

export const Notices = (): ReactElement => {
  const text = useWords(said)
  const may = useMay()
  const asked = useQuery({ queryKey: ['calendar-notices'], queryFn: () => api.listNotices({}) })
  return (
    <Answered asked={asked}>
      {({ items, feasts }) => (
        <>
          <section className="sheet" aria-label={text.entered}>
            <h2>{text.entered}</h2>
            <ul className="notice-list">
              {items.map((notice) => (
                <Notice key={notice.number + String(notice.enteredAt)} notice={notice} />
              ))}
            </ul>
          </section>
          {may('calendar.edit') ? <EnterNotice feasts={feasts} /> : null}
        </>
      )}
    </Answered>
  )
}
