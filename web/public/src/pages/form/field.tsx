import type { FieldProblems } from '@open12345/contract/public-page'
import type { ReactNode } from 'react'

type Named = { readonly name: string; readonly problems: FieldProblems }

export const Problem = ({ name, problems }: Named) =>
  problems[name] === undefined ? null : (
    <p className="problem" id={`${name}-problem`}>
      {problems[name]}
    </p>
  )

/** What ties a control to its hint and its error. */
export const described = ({ name, problems }: Named, hinted: boolean) => {
  const isWrong = problems[name] !== undefined
  const ids = [hinted ? `${name}-hint` : '', isWrong ? `${name}-problem` : ''].filter((id) => id !== '').join(' ')
  return { ...(ids === '' ? {} : { 'aria-describedby': ids }), ...(isWrong ? { 'aria-invalid': true } : {}) }
}

type FieldProps = Named & { readonly label: ReactNode; readonly hint?: ReactNode; readonly children: ReactNode }

export const Field = ({ name, problems, label, hint, children }: FieldProps) => (
  <div className={problems[name] === undefined ? 'field' : 'field wrong'}>
    <label htmlFor={name}>{label}</label>
    {hint === undefined ? null : (
      <p className="hint" id={`${name}-hint`}>
        {hint}
      </p>
    )}
    <Problem name={name} problems={problems} />
    {children}
  </div>
)
