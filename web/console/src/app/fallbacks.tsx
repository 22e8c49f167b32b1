import { Result, Skeleton } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'

const said = words({
  loading: ['正在载入…', 'Loading …'],
  notFound: ['没有这个页面', 'There is no such page'],
  back: ['回到我的工作台', 'Back to my desk'],
})

export const Loading = (): ReactElement => {
  const text = useWords(said)
  return (
    <div className="page" role="status" aria-label={text.loading}>
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  )
}

export const NotFound = (): ReactElement => {
  const text = useWords(said)
  return <Result status="404" title={<h1>{text.notFound}</h1>} extra={<Link to="/">{text.back}</Link>} />
}
