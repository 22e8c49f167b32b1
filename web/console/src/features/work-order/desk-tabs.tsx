import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

export type DeskTab = { readonly key: string; readonly name: string; readonly count?: string }
type Props = { readonly tabs: readonly DeskTab[]; readonly current: string; readonly label: string }

/** Tabs are links: they can be opened, bookmarked and gone back from. */
export const DeskTabs = ({ tabs, current, label }: Props): ReactElement => (
  <nav aria-label={label}>
    <ul className="desk-tabs">
      {tabs.map(({ key, name, count }) => (
        <li key={key}>
          <Link to="." search={(before) => ({ ...before, tab: key, order: undefined })} aria-current={key === current ? 'page' : undefined}>
            {name}
            {count === undefined || count === '' ? null : <span className="tab-count">{count}</span>}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)
