import type { Page, PageModel } from '@open12345/contract/public-page'
import { renderToStaticMarkup } from 'react-dom/server'
import { Layout, type Framed } from './layout.tsx'
import { About } from './pages/about.tsx'
import { Filed } from './pages/filed.tsx'
import { RequestForm } from './pages/form.tsx'
import { Home } from './pages/home.tsx'
import { Knowledge, KnowledgeItemPage } from './pages/knowledge.tsx'
import { ProblemPage } from './pages/problem.tsx'
import { Request } from './pages/request.tsx'
import { Track } from './pages/track.tsx'
import { sayIn, type Say } from './say.ts'

const titleOf = (page: Page, say: Say, site: string): string => {
  switch (page.kind) {
    case 'home':
      return site
    case 'form':
      return Object.keys(page.problems).length > 0
        ? say('请改正：写诉求', 'Please correct: file a request')
        : say('写诉求', 'File a request')
    case 'filed':
      return say('已收到您的诉求', 'Your request is received')
    case 'track':
      return say('查询办理进度', 'Track a request')
    case 'request':
      return say('我的诉求', 'My request')
    case 'knowledge':
      return say('查政策', 'Answers')
    case 'knowledge-item':
      return page.item.title
    case 'about':
      return say('热线须知', 'About the hotline')
    case 'problem':
      return page.title
  }
}

const bodyOf = (page: Page, framed: Framed) => {
  switch (page.kind) {
    case 'home':
      return <Home {...framed} limits={page.limits} notices={page.notices} />
    case 'form':
      return <RequestForm {...framed} form={page} />
    case 'filed':
      return <Filed {...framed} secret={page.secret} request={page.request} />
    case 'track':
      return <Track {...framed} number={page.number} problem={page.problem} />
    case 'request':
      return <Request {...framed} model={page} />
    case 'knowledge':
      return <Knowledge {...framed} page={page} />
    case 'knowledge-item':
      return <KnowledgeItemPage {...framed} item={page.item} attachments={page.attachments} report={page.report} />
    case 'about':
      return <About {...framed} limits={page.limits} />
    case 'problem':
      return <ProblemPage {...framed} problem={page} />
  }
}

/** A whole page as text. React escapes whatever people wrote. */
export const render = ({ frame, page }: PageModel): string => {
  const say = sayIn(frame.language)
  const site = say(`${frame.authorityName}12345热线`, `${frame.authorityName} 12345 hotline`)
  return `<!doctype html>${renderToStaticMarkup(
    <Layout frame={frame} say={say} title={titleOf(page, say, site)}>
      {bodyOf(page, { frame, say })}
    </Layout>,
  )}`
}
