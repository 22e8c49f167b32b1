import { PaperClipOutlined } from '@ant-design/icons'
import type { FileView } from '@open12345/contract/work-order'
import type { ReactElement } from 'react'
import { sizeText } from '@open12345/ui/number-text.ts'
import { fileLink } from './upload.ts'

export const FileLinks = ({ files }: { readonly files: readonly FileView[] }): ReactElement | null =>
  files.length === 0 ? null : (
    <ul className="file-links">
      {files.map(({ fileId, name, size }) => (
        <li key={fileId}>
          <PaperClipOutlined aria-hidden="true" />{' '}
          <a href={fileLink(fileId)} target="_blank" rel="noreferrer">
            {name}
          </a>{' '}
          <span className="soft">{sizeText(size)}</span>
        </li>
      ))}
    </ul>
  )
