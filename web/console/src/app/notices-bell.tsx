import { BellOutlined } from '@ant-design/icons'
import type { SessionView } from '@open12345/contract/session'
import { Link } from '@tanstack/react-router'
import { Badge, Button, Popover } from 'antd'
import { useState, type ReactElement } from 'react'
import { useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { countText } from '@open12345/ui/number-text.ts'
import { timeText } from '@open12345/ui/time-text.ts'
import { seeNotices, useNotices } from './notices.ts'
import { useUnitWatch } from './use-unit-watch.ts'

const said = words({
  bell: ['提醒', 'Notices'],
  none: ['打开本页以来没有新的提醒。', 'Nothing new since this page was opened.'],
  ask: ['允许浏览器弹出提醒', 'Let the browser notify me'],
  why: ['窗口在后台时，新工单、特殊工单和超期会弹出提醒。', 'With the window in the background, new, urgent and overdue orders pop up.'],
  denied: ['浏览器已禁止提醒，请在浏览器的网站设置里打开。', 'The browser forbids notices; allow them in its site settings.'],
})

const permission = (): string => ('Notification' in window ? Notification.permission : 'denied')

const AskForNotices = (): ReactElement | null => {
  const text = useWords(said)
  const [state, setState] = useState(permission)
  if (state === 'granted') return null
  if (state === 'denied') return <p className="soft">{text.denied}</p>
  return (
    <p>
      <Button size="small" onClick={() => void Notification.requestPermission().then(setState)}>
        {text.ask}
      </Button>
      <br />
      <span className="soft">{text.why}</span>
    </p>
  )
}

const unitActions = ['order.sign', 'order.draft', 'order.approve']

export const NoticesBell = ({ session }: { readonly session: SessionView }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const notices = useNotices()
  const isOfUnit = unitActions.some((action) => session.actions.includes(action))
  useUnitWatch(isOfUnit)
  const [isOpen, setOpen] = useState(false)
  const unseen = notices.filter(({ seen }) => !seen).length
  const content = (
    <div className="notices">
      {notices.length === 0 ? <p className="soft">{text.none}</p> : null}
      <ul>
        {notices.map(({ key, title, orderId, at, urgent }) => (
          <li key={key} className={urgent ? 'notice-urgent' : ''}>
            <Link to="/orders/$orderId" params={{ orderId }} onClick={() => setOpen(false)}>
              {title}
            </Link>{' '}
            <time dateTime={at}>{timeText(at, language)}</time>
          </li>
        ))}
      </ul>
      {isOfUnit ? <AskForNotices /> : null}
    </div>
  )
  const toggle = (open: boolean): void => {
    setOpen(open)
    if (!open) seeNotices()
  }
  return (
    <Popover
      align={{ overflow: { adjustX: true, adjustY: true, shiftX: true } }}
      trigger="click"
      open={isOpen}
      onOpenChange={toggle}
      content={content}
      title={text.bell}
      placement="bottomRight"
    >
      <Button
        type="text"
        className="bar-button"
        aria-label={`${text.bell} ${countText(unseen)}`}
        icon={
          <Badge count={unseen} size="small" overflowCount={99}>
            <BellOutlined />
          </Badge>
        }
      />
    </Popover>
  )
}
