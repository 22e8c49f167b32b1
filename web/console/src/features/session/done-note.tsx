import { Link } from '@tanstack/react-router'
import { Result } from 'antd'
import type { ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'

const said = words({
  done: ['口令已设置，登录名是 {login}', 'The password is set; your login is {login}'],
  signIn: ['去登录', 'Sign in'],
})

export const PasswordIsSet = ({ login }: { readonly login: string }): ReactElement => {
  const text = useWords(said)
  return (
    <Result
      status="success"
      title={fill(text.done, { login })}
      extra={
        <Link to="/sign-in" search={{}}>
          {text.signIn}
        </Link>
      }
    />
  )
}
