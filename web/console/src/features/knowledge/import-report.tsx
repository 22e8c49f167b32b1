import { knowledgeColumnLabels, type ImportedRow, type ImportReport } from '@open12345/contract/knowledge'
import { useMutation } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLabel, useWords, words } from '@open12345/ui/language.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { sendFile } from '../file/upload.ts'
import { useRefresh } from './use-knowledge.ts'

const said = words({
  name: ['检查结果', 'What the check found'],
  counts: [
    '{file}：可以导入 {accepted} 条，已有且没有改动 {unchanged} 条，需要修改 {refused} 条。',
    '{file}: {accepted} can be taken over, {unchanged} are there already, {refused} are to be mended.',
  ],
  row: ['第 {row} 行（条）', 'Row {row}'],
  untitled: ['（没有标题）', '(no title)'],
  refused: ['需要修改的', 'To be mended'],
  accepted: ['可以导入的', 'Can be taken over'],
  first: ['只列出前 {most} 条；全部在下载的表里。', 'The first {most} are listed; the table to download has all.'],
  firstAccepted: ['只列出前 {most} 条。', 'The first {most} are listed.'],
  download: ['下载需要修改的（附原因）', 'Download what is to be mended, with why'],
  to: ['导入以后', 'Then'],
  draft: ['存为草稿', 'Keep them as drafts'],
  'owner-review': ['直接提交提供单位审核', 'Hand them to their owners’ review'],
  take: ['导入 {count} 条', 'Take over {count}'],
  taken: ['已导入 {accepted} 条。在“草稿与退回”或者“待我审核”里可以看到。', '{accepted} were taken over; see Drafts or To review.'],
  another: ['再导入一个文件', 'Another file'],
})

const listedAtMost = 200
type Target = 'draft' | 'owner-review'

const Row = ({ row }: { readonly row: ImportedRow }): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  return (
    <li className="knowledge-row">
      <div className="knowledge-head">
        <span className="soft digits">{fill(text.row, { row: row.row })}</span>
        <b className="knowledge-said">{row.title === '' ? text.untitled : row.title}</b>
      </div>
      <ul className="knowledge-problems">
        {row.problems.map(({ column, message }) => (
          <li key={`${column} ${message}`}>
            <span className="tag tag-near">{label(knowledgeColumnLabels[column])}</span> {message}
          </li>
        ))}
      </ul>
    </li>
  )
}

/** Put right in the table that comes back, they can be imported again. */
const save = async (file: File): Promise<void> => {
  const bytes = await (await sendFile('/knowledge-imports/refused-rows', file)).blob()
  const link = document.createElement('a')
  link.href = URL.createObjectURL(bytes)
  link.download = '需要修改的知识.xlsx'
  link.click()
  URL.revokeObjectURL(link.href)
}

const Refused = ({ file, rows }: { readonly file: File; readonly rows: readonly ImportedRow[] }): ReactElement => {
  const text = useWords(said)
  const saving = useMutation({ mutationFn: save })
  return (
    <section aria-label={text.refused}>
      <div className="knowledge-head">
        <h3>{text.refused}</h3>
        <Button loading={saving.isPending} onClick={() => saving.mutate(file)}>
          {text.download}
        </Button>
      </div>
      <ProblemNote error={saving.error} />
      <ul>
        {rows.slice(0, listedAtMost).map((row) => (
          <Row key={row.row} row={row} />
        ))}
      </ul>
      {rows.length > listedAtMost ? <p className="soft">{fill(text.first, { most: listedAtMost })}</p> : null}
    </section>
  )
}

const Accepted = ({ rows }: { readonly rows: readonly ImportedRow[] }): ReactElement => {
  const text = useWords(said)
  return (
    <details>
      <summary>{text.accepted}</summary>
      <ol className="knowledge-titles">
        {rows.slice(0, listedAtMost).map((row) => (
          <li key={row.row} value={row.row}>
            {row.title}
          </li>
        ))}
      </ol>
      {rows.length > listedAtMost ? <p className="soft">{fill(text.firstAccepted, { most: listedAtMost })}</p> : null}
    </details>
  )
}

type Props = { readonly file: File; readonly report: ImportReport; readonly onDone: () => void }

const Take = ({ file, report, onDone }: Props): ReactElement => {
  const text = useWords(said)
  const refresh = useRefresh()
  const [to, setTo] = useState<Target>('draft')
  const taking = useCommand(
    async (target: Target, { idempotencyKey }): Promise<{ readonly accepted: number }> =>
      (await sendFile('/knowledge-imports', file, { fields: { to: target }, idempotencyKey })).json(),
    refresh,
  )
  if (taking.data !== undefined)
    return (
      <div className="knowledge-steps">
        <p role="status" className="knowledge-status">
          {fill(text.taken, { accepted: taking.data.accepted })}
        </p>
        <Button onClick={onDone}>{text.another}</Button>
      </div>
    )
  return (
    <>
      <Radio.Group
        className="knowledge-steps"
        aria-label={text.to}
        value={to}
        onChange={({ target }) => setTo(target.value as Target)}
        options={(['draft', 'owner-review'] as const).map((value) => ({ value, label: text[value] }))}
      />
      <Button type="primary" loading={taking.isPending} onClick={() => taking.mutate(to)}>
        {fill(text.take, { count: report.accepted })}
      </Button>
      <ProblemNote error={taking.error} />
    </>
  )
}

/** What would become of each row, before anything is stored. */
export const Report = ({ file, report, onDone }: Props): ReactElement => {
  const text = useWords(said)
  const of = (outcome: ImportedRow['outcome']): readonly ImportedRow[] => report.rows.filter((row) => row.outcome === outcome)
  const { accepted, unchanged, refused } = report
  return (
    <section className="knowledge-report" aria-label={text.name}>
      <p role="status" className="knowledge-note">
        {fill(text.counts, { file: file.name, accepted, unchanged, refused })}
      </p>
      {accepted === 0 ? null : (
        <>
          <Accepted rows={of('accepted')} />
          <Take file={file} report={report} onDone={onDone} />
        </>
      )}
      {refused === 0 ? null : <Refused file={file} rows={of('refused')} />}
    </section>
  )
}
