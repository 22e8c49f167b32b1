import type { PageFrame } from '@open12345/contract/public-page'
import type { ReactNode } from 'react'
import type { Say } from './say.ts'

export type Framed = { readonly frame: PageFrame; readonly say: Say }

const Language = ({ frame }: Pick<Framed, 'frame'>) => {
  const other = frame.language === 'zh' ? 'en' : 'zh'
  const joint = frame.path.includes('?') ? '&' : '?'
  return (
    <a
      className="language"
      href={`${frame.path}${joint}lang=${other}`}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      hrefLang={other === 'zh' ? 'zh-CN' : 'en'}
    >
      {other === 'zh' ? '中文' : 'English'}
    </a>
  )
}

/** The place itself, or something below it. */
const currentOf = (path: string | undefined, href: string): 'page' | 'true' | undefined =>
  path === href ? 'page' : path?.startsWith(`${href}/`) ? 'true' : undefined

const Navigation = ({ frame, say }: Framed) => {
  const places = [
    ['/file', say('写诉求', 'File')],
    [frame.tracked ? '/request' : '/track', frame.tracked ? say('我的诉求', 'My request') : say('查进度', 'Track')],
    ['/knowledge', say('查政策', 'Answers')],
    ['/about', say('须知', 'About')],
  ] as const
  return (
    <nav className="nav" aria-label={say('主要栏目', 'Main')}>
      {places.map(([href, name]) => (
        <a key={href} href={href} aria-current={currentOf(frame.path.split('?')[0], href)}>
          {name}
        </a>
      ))}
    </nav>
  )
}

const Header = ({ frame, say }: Framed) => (
  <header className="bar">
    <div className="inside">
      {frame.demonstration ? (
        <p className="demonstration">{say('演示系统：这里的内容都是虚构的', 'Demonstration: everything here is made up')}</p>
      ) : null}
      <div className="top">
        <a className="brand" href="/">
          <b>12345</b>
          <span>{say(`${frame.authorityName}政务服务便民热线`, `${frame.authorityName} government hotline`)}</span>
        </a>
        <Language frame={frame} />
      </div>
      <Navigation frame={frame} say={say} />
    </div>
  </header>
)

const Footer = ({ say }: Pick<Framed, 'say'>) => (
  <footer className="foot">
    <div className="inside">
      <p>
        {say('危险和急事请拨打', 'In danger, call ')}
        <a href="tel:110">110</a> <a href="tel:119">119</a> <a href="tel:120">120</a> <a href="tel:122">122</a>
        {say('；热线电话', '; hotline ')}
        <a href="tel:12345">12345</a>
        {say('，全天二十四小时有人接听。', ', staffed day and night.')}
      </p>
      <p className="soft">
        <a href="/about">{say('热线须知和依据的规定', 'About the hotline, and the rules it works by')}</a>
      </p>
    </div>
  </footer>
)

type LayoutProps = Framed & { readonly title: string; readonly children: ReactNode }

export const Layout = ({ frame, say, title, children }: LayoutProps) => {
  const site = say(`${frame.authorityName}12345热线`, `${frame.authorityName} 12345 hotline`)
  return (
    <html lang={frame.language === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="theme-color" content="#12324f" />
        <title>{title === site ? site : `${title} - ${site}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={frame.assets.css} />
        <script src={frame.assets.js} defer />
      </head>
      <body>
        <a className="skip" href="#main">
          {say('跳到正文', 'Skip to the content')}
        </a>
        <Header frame={frame} say={say} />
        <main id="main" className="inside" tabIndex={-1}>
          {children}
        </main>
        <Footer say={say} />
      </body>
    </html>
  )
}
