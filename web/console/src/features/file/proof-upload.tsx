import { UploadOutlined } from '@ant-design/icons'
import { acceptedMediaTypes, maxFileBytes } from '@open12345/contract/file'
import type { FileView } from '@open12345/contract/work-order'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState, type ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { sizeText } from '@open12345/ui/number-text.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { uploadFile } from './upload.ts'

const said = words({
  add: ['添加文件', 'Add files'],
  rule: [
    '图片、PDF、Word、Excel、录音或视频，每个不超过 20 MB，最多 20 个。',
    'Pictures, PDF, Word, Excel, sound or video, 20 MB each, 20 at most.',
  ],
  remove: ['移除 {name}', 'Remove {name}'],
  removeShort: ['移除', 'Remove'],
  tooLarge: ['{name} 超过 20 MB，没有上传。', '{name} is larger than 20 MB and was not sent.'],
  sending: ['正在上传 {name}', 'Sending {name}'],
})

const atMost = 20
type Props = {
  readonly id?: string
  readonly orderId: string
  readonly value?: readonly FileView[]
  readonly onChange?: (files: readonly FileView[]) => void
}

export const ProofUpload = ({ id, orderId, value = [], onChange }: Props): ReactElement => {
  const text = useWords(said)
  const input = useRef<HTMLInputElement>(null)
  const [tooLarge, setTooLarge] = useState('')
  const [sending, setSending] = useState('')
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const sent: FileView[] = []
      for (const file of files) {
        setSending(fill(text.sending, { name: file.name }))
        sent.push(await uploadFile(orderId, file))
      }
      return sent
    },
    onSuccess: (sent) => onChange?.([...value, ...sent].slice(0, atMost)),
    onSettled: () => setSending(''),
  })
  const take = (files: readonly File[]): void => {
    const large = files.filter(({ size }) => size > maxFileBytes)
    setTooLarge(large.map(({ name }) => fill(text.tooLarge, { name })).join(' '))
    const fitting = files.filter(({ size }) => size <= maxFileBytes)
    if (fitting.length > 0) upload.mutate(fitting)
  }
  return (
    <div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text.add}
        multiple
        accept={acceptedMediaTypes.join(',')}
        onChange={({ target }) => {
          take([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <Button
        {...(id === undefined ? {} : { id })}
        icon={<UploadOutlined />}
        loading={upload.isPending}
        disabled={value.length >= atMost}
        onClick={() => input.current?.click()}
      >
        {text.add}
      </Button>
      <p className="soft">{text.rule}</p>
      <p role="status">{sending}</p>
      {tooLarge === '' ? null : <p className="due-late">{tooLarge}</p>}
      <ProblemNote error={upload.error} />
      <ul className="plain-rows">
        {value.map(({ fileId, name, size }) => (
          <li key={fileId}>
            <span>
              {name} <span className="soft">{sizeText(size)}</span>
            </span>
            <Button
              size="small"
              aria-label={fill(text.remove, { name })}
              onClick={() => onChange?.(value.filter((file) => file.fileId !== fileId))}
            >
              {text.removeShort}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
