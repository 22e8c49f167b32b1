import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { useFocusAfter } from './use-focus.ts'

const said = words({
  back: ['← 返回列表', '← Back to the list'],
  pick: ['从左边选一件工单。↑ ↓ 移动，Enter 打开。', 'Choose an order on the left: ↑ ↓ to move, Enter to open.'],
  more: ['加载更多', 'Load more'],
  all: ['已全部列出。', 'That is all.'],
  detail: ['工单详情', 'The order'],
})

type Props = {
  readonly head: ReactNode
  readonly list: ReactNode
  readonly detail: ReactNode | null
  readonly isOpen: boolean
  readonly foot?: ReactNode
}

/** A work list beside the thing that is worked on; on a phone one after the other. */
export const Bench = ({ head, list, detail, isOpen, foot }: Props): ReactElement => {
  const text = useWords(said)
  const scroll = useFocusAfter<HTMLDivElement>(isOpen)
  return (
    <div className={isOpen ? 'bench bench-open' : 'bench'}>
      <div className="bench-list">
        <div className="bench-head">{head}</div>
        <div ref={scroll} tabIndex={-1} className="bench-scroll">
          {list}
        </div>
        {foot}
      </div>
      <section className="bench-detail" aria-label={text.detail}>
        <Link to="." search={(before) => ({ ...before, order: undefined })} className="bench-back">
          {text.back}
        </Link>
        {detail ?? <p className="soft">{text.pick}</p>}
      </section>
    </div>
  )
}

type MoreProps = {
  readonly list: { readonly hasMore: boolean; readonly isLoadingMore: boolean; readonly loadMore: () => void }
  /** What the button says where it does more than show the next page. */
  readonly name?: string
}
/** The button goes with the last page; whoever pressed it does not lose their place with it. */
export const More = ({ list, name }: MoreProps): ReactElement | null => {
  const text = useWords(said)
  const [isAsked, setAsked] = useState(false)
  const end = useRef<HTMLParagraphElement>(null)
  const { hasMore } = list
  useEffect(() => {
    if (!hasMore) end.current?.focus()
  }, [hasMore])
  if (!hasMore)
    return isAsked ? (
      <p ref={end} tabIndex={-1} className="soft more">
        {text.all}
      </p>
    ) : null
  const ask = (): void => {
    setAsked(true)
    list.loadMore()
  }
  return (
    <div className="more">
      <Button onClick={ask} loading={list.isLoadingMore}>
        {name ?? text.more}
      </Button>
    </div>
  )
}
