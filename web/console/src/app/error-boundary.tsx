import { Button, Result } from 'antd'
import { Component, type ReactElement, type ReactNode } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { isUnreachable } from '../api/problem.ts'

const said = words({
  title: ['页面出错了', 'This page has failed'],
  advice: [
    '已填写的来件登记会自动暂存。请重新载入；若仍出错，请告诉系统管理员您刚才做的一步。',
    'A half-filled record is kept. Please reload; if it fails again, tell your system administrator the step you had just taken.',
  ],
  reload: ['重新载入', 'Reload'],
  away: ['连接不上服务器', 'The server cannot be reached'],
  awayAdvice: [
    '请稍后重新载入。已填写的来件登记会自动暂存；若一直连不上，请联系系统管理员。',
    'Please reload in a moment. A half-filled record is kept; if it stays away, tell your system administrator.',
  ],
})

export const Failed = ({ error }: { readonly error?: unknown }): ReactElement => {
  const text = useWords(said)
  const isAway = error !== undefined && isUnreachable(error)
  return (
    <Result
      status="error"
      title={<h1>{isAway ? text.away : text.title}</h1>}
      subTitle={isAway ? text.awayAdvice : text.advice}
      extra={
        <Button type="primary" onClick={() => location.reload()}>
          {text.reload}
        </Button>
      }
    />
  )
}

type Props = { readonly children: ReactNode }
type State = { readonly failed: boolean }

/** React gives no other way than a class to catch what a page throws while it is drawn. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false }
  static getDerivedStateFromError(): State {
    return { failed: true }
  }
  override render(): ReactNode {
    return this.state.failed ? <Failed /> : this.props.children
  }
}
