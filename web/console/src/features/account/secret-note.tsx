import { Alert, Typography } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'

const said = words({ secret: ['密钥（只显示这一次）', 'The secret (shown only once)'] })

export const SecretNote = ({ secret }: { readonly secret: string }): ReactElement => {
  const text = useWords(said)
  return (
    <Alert
      type="success"
      title={text.secret}
      className="step-alert"
      description={
        <Typography.Text copyable code>
          {secret}
        </Typography.Text>
      }
    />
  )
}
