import { InboxOutlined } from '@ant-design/icons'
import { importReport, maxImportBytes, type ImportReport } from '@open12345/contract/knowledge'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState, type DragEvent, type ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { useMay } from '../../api/session.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { sendFile } from '../file/upload.ts'
import { ExportItems } from './export.tsx'
import { Report } from './import-report.tsx'

const said = words({
  name: ['导入', 'Import'],
  note: [
    '先检查，再导入：检查时什么也不保存。导入的是草稿，提供单位和热线中心都审核过才发布。',
    'First checked, then taken over: a check stores nothing. What is taken over are drafts; its owner and the centre both agree before it is published.',
  ],
  templates: ['下载模板：', 'Templates:'],
  xlsx: ['Excel 模板（.xlsx）', 'Excel (.xlsx)'],
  docx: ['Word 模板（.docx）', 'Word (.docx)'],
  drop: ['把文件拖到这里，或者', 'Drop a file here, or'],
  choose: ['选择文件', 'Choose a file'],
  rule: [
    '.xlsx 每行一条，或者 .docx 每个标题一条；10 MB、5000 条以内',
    'A row or a heading for each item, .xlsx or .docx; 10 MB and 5,000 items at most',
  ],
  checking: ['正在上传并检查 {name}…', 'Sending and checking {name}…'],
  tooLarge: ['{name} 超过 10 MB，没有上传，请分成几个文件。', '{name} is larger than 10 MB and was not sent; please split it.'],
})

type Checked = { readonly file: File; readonly report: ImportReport }
const check = async (file: File): Promise<Checked> => ({
  file,
  report: importReport.parse(await (await sendFile('/knowledge-imports/check', file)).json()),
})

const Templates = (): ReactElement => {
  const text = useWords(said)
  return (
    <p className="knowledge-steps">
      {text.templates}
      {(['xlsx', 'docx'] as const).map((format) => (
        <a key={format} href={`/api/v1/knowledge-imports/template?format=${format}`} download>
          {text[format]}
        </a>
      ))}
    </p>
  )
}

type DropProps = { readonly isBusy: boolean; readonly onFile: (file: File) => void }
const DropArea = ({ isBusy, onFile }: DropProps): ReactElement => {
  const text = useWords(said)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (file: File | undefined): void => {
    if (file !== undefined && !isBusy) onFile(file)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const over = (event: DragEvent): void => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div className={isOver ? 'knowledge-drop over' : 'knowledge-drop'} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text.choose}
        accept=".xlsx,.docx"
        onChange={({ target }) => {
          take(target.files?.[0])
          target.value = ''
        }}
      />
      <InboxOutlined aria-hidden="true" />
      <span>{text.drop}</span>
      <Button type="primary" loading={isBusy} onClick={() => input.current?.click()}>
        {text.choose}
      </Button>
      <span className="soft">{text.rule}</span>
    </div>
  )
}

/** 第十五条 录入标准: many items by one file, each held to the same standard. @clause 15 */
const ImportItems = (): ReactElement => {
  const text = useWords(said)
  const [tooLarge, setTooLarge] = useState('')
  const checking = useMutation({ mutationFn: check })
  const choose = (file: File): void => {
    checking.reset()
    setTooLarge(file.size > maxImportBytes ? fill(text.tooLarge, { name: file.name }) : '')
    if (file.size <= maxImportBytes) checking.mutate(file)
  }
  return (
    <section className="sheet" aria-label={text.name}>
      <h2>{text.name}</h2>
      <p className="soft">{text.note}</p>
      <Templates />
      <DropArea isBusy={checking.isPending} onFile={choose} />
      <p role="status" className="knowledge-status">
        {checking.isPending ? fill(text.checking, { name: checking.variables.name }) : ''}
      </p>
      {tooLarge === '' ? null : (
        <p role="alert" className="due-late">
          {tooLarge}
        </p>
      )}
      <ProblemNote error={checking.error} />
      {checking.data === undefined ? null : <Report key={checking.submittedAt} {...checking.data} onDone={() => checking.reset()} />}
    </section>
  )
}

export const Exchange = (): ReactElement => {
  const may = useMay()
  return (
    <>
      {may('knowledge.write') ? <ImportItems /> : null}
      {may('knowledge.export') ? <ExportItems /> : null}
    </>
  )
}
