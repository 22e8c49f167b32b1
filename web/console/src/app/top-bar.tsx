import { GlobalOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons'
import type { SessionView } from '@open12345/contract/session'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Drawer, Dropdown } from 'antd'
import { useState, type ReactElement } from 'react'
import { setLanguage, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../api/client.ts'
import { forgetAllKept } from '../api/kept-here.ts'
import { keys } from '../api/keys.ts'
import { useLiveState } from '../api/live.ts'
import { tell } from '../api/problem.ts'
import { DemonstrationMark } from './demonstration-mark.tsx'
import { NoticesBell } from './notices-bell.tsx'
import { useModel } from '../features/model/use-model.ts'
import { placesFor, placeWords } from './navigation.ts'

const said = words({
  product: ['12345 工作台', '12345 Console'],
  desks: ['工作台与页面', 'Desks and pages'],
  menu: ['菜单', 'Menu'],
  otherLanguage: ['English', '中文'],
  open: ['实时连接正常', 'Live'],
  connecting: ['正在连接', 'Connecting'],
  broken: ['连接中断，正在重连；页面内容可能不是最新', 'Connection lost, reconnecting; what you see may be out of date'],
  brokenShort: ['已断开', 'Offline'],
  mine: ['我的登录与口令', 'My sessions and password'],
  signOut: ['退出登录', 'Sign out'],
  account: ['账号', 'Account'],
})

const Connection = (): ReactElement => {
  const state = useLiveState()
  const text = useWords(said)
  const sentence = text[state]
  return (
    <span className={`connection connection-${state}`} role="status" title={sentence}>
      <span aria-hidden="true" className="connection-dot" />
      <span className={state === 'broken' ? '' : 'visually-hidden'}>{state === 'broken' ? text.brokenShort : sentence}</span>
    </span>
  )
}

const useSignOut = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  return async () => {
    try {
      await api.signOut({})
    } catch (error) {
      const told = tell(error)
      if (told.status !== 401) return void message.error(told.title)
    }
    forgetAllKept()
    await navigate({ to: '/sign-in', search: {} })
    queries.clear()
    queries.setQueryData(keys.session, null)
  }
}

const DeskLinks = ({ session, onGo }: { readonly session: SessionView; readonly onGo?: () => void }): ReactElement => {
  const names = useWords(placeWords)
  const text = useWords(said)
  const { isKnown } = useModel()
  return (
    <nav aria-label={text.desks}>
      <ul className="desk-links">
        {placesFor(session.actions, isKnown).map(({ to, name, key }) => (
          <li key={to}>
            <Link to={to} onClick={onGo} activeProps={{ 'aria-current': 'page' }} title={`Alt + ${key}`} aria-keyshortcuts={`Alt+${key}`}>
              {names[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const AccountMenu = ({ session }: { readonly session: SessionView }): ReactElement => {
  const text = useWords(said)
  const signOut = useSignOut()
  const navigate = useNavigate()
  const items = [
    { key: 'who', disabled: true, label: [session.login, ...session.units.map(({ name }) => name)].join(' · ') },
    { key: 'me', label: text.mine },
    { key: 'out', label: text.signOut },
  ]
  const choose = ({ key }: { readonly key: string }): void => void (key === 'out' ? signOut() : navigate({ to: '/me' }))
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: choose }}>
      <Button type="text" className="bar-button" icon={<UserOutlined />} aria-label={`${text.account}：${session.name}`}>
        <span className="bar-name">{session.name}</span>
      </Button>
    </Dropdown>
  )
}

export const TopBar = ({ session }: { readonly session: SessionView }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const [isMenuOpen, setMenuOpen] = useState(false)
  return (
    <header className="top-bar">
      <Button
        type="text"
        className="bar-button bar-menu"
        icon={<MenuOutlined />}
        aria-label={text.menu}
        onClick={() => setMenuOpen(true)}
      />
      <Link to="/" className="bar-product">
        {text.product}
      </Link>
      <DemonstrationMark session={session} />
      <div className="bar-desks">
        <DeskLinks session={session} />
      </div>
      <div className="bar-end">
        {session.actions.includes('live.listen') ? <Connection /> : null}
        <NoticesBell session={session} />
        <Button
          type="text"
          className="bar-button"
          icon={<GlobalOutlined />}
          lang={language === 'en' ? 'zh-CN' : 'en'}
          onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}
        >
          {text.otherLanguage}
        </Button>
        <AccountMenu session={session} />
      </div>
      <Drawer open={isMenuOpen} placement="left" size={260} title={text.desks} onClose={() => setMenuOpen(false)}>
        <div className="drawer-desks">
          <DeskLinks session={session} onGo={() => setMenuOpen(false)} />
        </div>
      </Drawer>
    </header>
  )
}
