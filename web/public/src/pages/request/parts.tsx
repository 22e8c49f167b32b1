import type { RequestView } from '@open12345/contract/request'
import type { FileView } from '@open12345/contract/work-order'
import type { Framed } from '../../layout.tsx'
import type { Say } from '../../say.ts'
import { dateText, instantText, sizeText } from '../../text.ts'

type Shown = Framed & { readonly request: RequestView }

export const Files = ({ files }: { readonly files: readonly FileView[] }) =>
  files.length === 0 ? null : (
    <ul className="files">
      {files.map(({ fileId, name, size }) => (
        <li key={fileId}>
          <a href={`/request/files/${fileId}`}>{name}</a> <small>{sizeText(size)}</small>
        </li>
      ))}
    </ul>
  )

const dueName = (say: Say, { outcome, provisional }: NonNullable<RequestView['promise']>): string => {
  if (outcome === 'met') return say('已按时答复，答复期限是 ', 'Answered in time; it was due ')
  if (outcome === 'late') return say('已答复，超过了答复期限 ', 'Answered after it was due: ')
  if (outcome === 'breached') return say('原定答复期限（已超过） ', 'First due (now past) ')
  return provisional ? say('答复期限（暂定） ', 'Due (provisional) ') : say('答复期限 ', 'Due ')
}

/** The promised day, and how it was counted: the sentences are those that were stored when it was promised. */
export const Due = ({ frame, say, promise }: Framed & { readonly promise: RequestView['promise'] }) =>
  promise === null ? null : (
    <details>
      <summary>
        {dueName(say, promise)}
        <b>{dateText(promise.dueOn, frame.language)}</b>
        {say('，怎么算的？', ': how is it counted?')}
      </summary>
      <ul className="why">
        {promise.explanation.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {promise.earlierDue.map(({ dueOn }) => (
          <li key={dueOn}>
            {say('原来的期限：', 'First due: ')}
            {dateText(dueOn, frame.language)}
          </li>
        ))}
      </ul>
    </details>
  )

export const Status = ({ frame, say, request }: Shown) => (
  <section className="status">
    <h2>{request.status.title}</h2>
    <p>{request.status.next}</p>
    <Due frame={frame} say={say} promise={request.promise} />
  </section>
)

export const Reply = ({ frame, say, request }: Shown) =>
  request.reply === null ? null : (
    <section className="card reply">
      <h2>{say('答复', 'The answer')}</h2>
      {request.reply.text.split('\n').map((line, index) => (
        <p key={`${index} ${line}`}>{line}</p>
      ))}
      <Files files={request.reply.files} />
      <p className="soft">
        {request.reply.unitName}，{instantText(request.reply.at, frame.language)}
      </p>
    </section>
  )

export const Timeline = ({ frame, say, request }: Shown) => (
  <section className="card">
    <h2>{say('办理经过', 'What has happened')}</h2>
    <ol className="timeline">
      {request.timeline.map((entry, index) => (
        <li key={`${index} ${entry.at}`}>
          <time dateTime={entry.at}>{instantText(entry.at, frame.language)}</time>
          <b>{entry.title}</b>
          {entry.text === null || entry.text === request.content ? null : <p>{entry.text}</p>}
          <Files files={entry.files} />
        </li>
      ))}
    </ol>
  </section>
)
