import type { RequestView } from '@open12345/contract/request'
import type { Say } from '../../say.ts'
import { Files } from './parts.tsx'

type Said = { readonly say: Say }
const Lines = ({ text }: { readonly text: string }) => text.split('\n').map((line, index) => <p key={`${index} ${line}`}>{line}</p>)

/** Clause 12-4: the incident that many have told of, and its notice. */
export const Incident = ({ say, incident }: Said & { readonly incident: RequestView['incident'] }) =>
  incident === null ? null : (
    <section className="card" id="incident">
      <h2>{incident.title}</h2>
      {incident.notice === null ? null : <Lines text={incident.notice} />}
      <p className="soft">
        {incident.over
          ? say('事件已经处理结束。', 'The incident is over.')
          : say('事件正在处理，结束后统一答复您。', 'It is being handled; you are answered when it is over.')}
      </p>
    </section>
  )

/** Clause 13-3b: why no more can be done, as the unit explained it. */
export const Noted = ({ say, noted }: Said & { readonly noted: RequestView['noted'] }) =>
  noted === null ? null : (
    <section className="card" id="noted">
      <h2>{say('为什么这样办结', 'Why it ended like this')}</h2>
      <p>
        <b>{noted.reason}</b>
      </p>
      <Lines text={noted.explanation} />
      <Files files={noted.files} />
      <p className="soft">{noted.unitName}</p>
    </section>
  )

/** Clause 13-4: the opinion, and where one may turn. */
export const Terminated = ({ say, terminated }: Said & { readonly terminated: RequestView['terminated'] }) =>
  terminated === null ? null : (
    <section className="card" id="terminated">
      <h2>{say('终结办理的意见', 'The opinion on which it ended')}</h2>
      {terminated.opinion === null ? null : <Lines text={terminated.opinion} />}
      <h3>{say('不同意的，可以这样主张权利', 'Where you may turn')}</h3>
      <ul className="plain-list">
        {terminated.turnTo.map(({ name, how }) => (
          <li key={name}>
            <b>{name}</b> {how}
          </li>
        ))}
      </ul>
    </section>
  )
