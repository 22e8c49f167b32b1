import type { FormModel } from '@open12345/contract/public-page'
import type { Framed } from '../layout.tsx'
import { Emergency } from './emergency.tsx'
import { Attachments } from './form/attachments.tsx'
import { AboutUnit } from './form/about-unit.tsx'
import { Content, KindChoice, type Part } from './form/matter.tsx'
import { OwnHome } from './form/own-home.tsx'
import { Person } from './form/person.tsx'
import { PlaceOfMatter } from './form/place.tsx'

const Problems = ({ say, form }: Part) => {
  const problems = Object.entries(form.problems)
  if (problems.length === 0) return null
  return (
    <div className="alert" role="alert" tabIndex={-1} data-focus="">
      <p>
        <b>
          {problems.every(([name]) => name === 'ownHome')
            ? say('还没有提交，请先看一看（您写的内容都还在）：', 'Not sent yet; please look at this first (your words are kept):')
            : say('还不能提交，请看下面几处（您写的内容都还在）：', 'Not sent yet; please see these (your words are kept):')}
        </b>
      </p>
      <ul>
        {problems.map(([name, problem]) => (
          <li key={name}>{name === 'form' ? problem : <a href={`#${name}`}>{problem}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

const Sending = ({ say }: Pick<Part, 'say'>) => (
  <div className="sending">
    <p className="hint">
      {say(
        '提交后，热线受理并转给负责的单位。捏造事实、诬告陷害他人的，要承担法律责任。',
        'The hotline takes it in and sends it on. Inventing facts or accusing falsely has legal consequences.',
      )}
    </p>
    <button className="button wide" type="submit" data-busy={say('正在提交，请稍候…', 'Sending…')}>
      {say('提交', 'Send')}
    </button>
    <p
      className="hint"
      data-draft-note={say(
        '写到一半的内容暂存在这部手机（电脑）上，提交后清除；举报、保密和联系方式不暂存。',
        'What you write is kept on this device until you send it; reports, confidential matters and your contact are not.',
      )}
    />
  </div>
)

export const RequestForm = ({ say, form }: Framed & { readonly form: FormModel }) => (
  <>
    <h1>{say('写诉求', 'File a request')}</h1>
    <Emergency say={say} />
    <Problems say={say} form={form} />
    <form className="card" method="post" action="/file" encType="multipart/form-data" noValidate data-once="" data-draft="">
      <input type="hidden" name="key" value={form.key} />
      <input type="hidden" name="told" value={form.values['told'] ?? ''} />
      <KindChoice say={say} form={form} />
      <Content say={say} form={form} />
      <PlaceOfMatter say={say} form={form} />
      <Attachments say={say} problems={form.problems} uploads={form.uploads} most={9} />
      <AboutUnit say={say} form={form} />
      <Person say={say} form={form} />
      <OwnHome say={say} form={form} />
      <Sending say={say} />
    </form>
  </>
)
