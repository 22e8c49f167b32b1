import { PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { acceptedMediaTypes, maxFileBytes } from '@open12345/contract/file'
import { maxAttachments, type AttachmentView, type DraftView } from '@open12345/contract/knowledge'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState, type ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { sizeText } from '@open12345/ui/number-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { sendFile } from '../file/upload.ts'
import { useRefresh } from './use-knowledge.ts'

const said = words({
  name: ['附件', 'Files'],
  add: ['添加附件', 'Attach a file'],
  rule: [
    '图片、PDF、Word、Excel、录音或视频，每个不超过 20 MB，最多 {most} 个；发布以后任何人都能下载。',
    'Pictures, PDF, Word, Excel, sound or video, 20 MB each, {most} at most; anybody can download them once published.',
  ],
  remove: ['移除附件 {name}', 'Take off {name}'],
  removeShort: ['移除', 'Take off'],
  tooLarge: ['{name} 超过 20 MB，没有上传。', '{name} is larger than 20 MB and was not sent.'],
  sending: ['正在上传 {name}…', 'Sending {name}…'],
  version: ['第 {version} 版', 'Version {version}'],
})

const FileLine = ({ file, children }: { readonly file: AttachmentView; readonly children?: ReactElement | null }): ReactElement => (
  <li className="knowledge-file">
    <PaperClipOutlined aria-hidden="true" />
    <a href={`/api/v1/knowledge-attachments/${file.attachmentId}/content`} target="_blank" rel="noreferrer">
      {file.name}
    </a>
    <span className="soft">{sizeText(file.size)}</span>
    {children}
  </li>
)

/** Asked for each revision: what changes the files grows it, and an answer that was on its way before must not stand for the one after. */
const useAttached = ({ draftId, revision }: DraftView) =>
  useQuery({
    queryKey: keys.knowledge('draft-attachments', draftId, revision),
    queryFn: ({ signal }) => api.listDraftAttachments({ params: { draftId }, signal }),
    placeholderData: (before) => before,
  })

const Remove = ({ draft, file }: { readonly draft: DraftView; readonly file: AttachmentView }): ReactElement => {
  const text = useWords(said)
  const { draftId, revision } = draft
  const { attachmentId, name } = file
  const remove = useCommand(
    (asked: string, { idempotencyKey }) =>
      api.detachFromDraft({ params: { draftId, attachmentId: asked }, body: { revision }, idempotencyKey }),
    useRefresh(),
  )
  return (
    <>
      <Button size="small" aria-label={fill(text.remove, { name })} loading={remove.isPending} onClick={() => remove.mutate(attachmentId)}>
        {text.removeShort}
      </Button>
      <ProblemNote error={remove.error} />
    </>
  )
}

const Add = ({ draft, isFull }: { readonly draft: DraftView; readonly isFull: boolean }): ReactElement => {
  const text = useWords(said)
  const input = useRef<HTMLInputElement>(null)
  const [tooLarge, setTooLarge] = useState('')
  const { draftId, revision } = draft
  const add = useCommand(
    // Name and size make the attempt: a file itself says nothing of what it is.
    ({ file }: { readonly name: string; readonly size: number; readonly file: File }, { idempotencyKey }) =>
      sendFile(`/knowledge-drafts/${draftId}/attachments`, file, { fields: { revision: String(revision) }, idempotencyKey }),
    useRefresh(),
  )
  const choose = (file: File | undefined): void => {
    if (file === undefined) return
    setTooLarge(file.size > maxFileBytes ? fill(text.tooLarge, { name: file.name }) : '')
    if (file.size <= maxFileBytes) add.mutate({ file, name: file.name, size: file.size })
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text.add}
        accept={acceptedMediaTypes.join(',')}
        onChange={({ target }) => {
          choose(target.files?.[0])
          target.value = ''
        }}
      />
      <Button icon={<UploadOutlined />} loading={add.isPending} disabled={isFull} onClick={() => input.current?.click()}>
        {text.add}
      </Button>
      <span className="soft">{fill(text.rule, { most: maxAttachments })}</span>
      <p role="status" className="knowledge-status">
        {add.isPending ? fill(text.sending, { name: add.variables.name }) : ''}
      </p>
      {tooLarge === '' ? null : <p className="due-late">{tooLarge}</p>}
      <ProblemNote error={add.error} />
    </>
  )
}

/** What a draft carries; it changes as the words do, and not while somebody reviews it. */
export const DraftAttachments = ({ draft }: { readonly draft: DraftView }): ReactElement | null => {
  const text = useWords(said)
  const files = useAttached(draft).data?.items ?? []
  const mayWrite = draft.allowed.includes('write')
  if (files.length === 0 && !mayWrite) return null
  return (
    <section className="knowledge-files" aria-label={text.name}>
      <ul aria-label={text.name}>
        {files.map((file) => (
          <FileLine key={file.attachmentId} file={file}>
            {mayWrite ? <Remove draft={draft} file={file} /> : null}
          </FileLine>
        ))}
      </ul>
      {mayWrite ? <Add draft={draft} isFull={files.length >= maxAttachments} /> : null}
    </section>
  )
}

/** What its versions carry, the newest first. @clause 15 */
export const ItemAttachments = ({ itemId }: { readonly itemId: string }): ReactElement | null => {
  const text = useWords(said)
  const asked = useQuery({
    queryKey: keys.knowledge('item-attachments', itemId),
    queryFn: ({ signal }) => api.listItemAttachments({ params: { itemId }, signal }),
  })
  const files = asked.data?.items ?? []
  if (files.length === 0) return null
  return (
    <section className="knowledge-files" aria-label={text.name}>
      <h3>{text.name}</h3>
      <ul>
        {files.map((file) => (
          <FileLine key={file.attachmentId} file={file}>
            <span className="soft">{fill(text.version, { version: file.version ?? 0 })}</span>
          </FileLine>
        ))}
      </ul>
    </section>
  )
}
