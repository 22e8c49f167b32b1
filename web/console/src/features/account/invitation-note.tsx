import { Alert, Typography } from 'antd'
import type { ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'

const said = words({
  title: ['口令链接（只显示这一次）', 'Link to set the password (shown only once)'],
  note: ['请用可靠的方式交给本人，{at} 前有效，只能使用一次。', 'Hand it over by a safe way; valid until {at}, works once.'],
})

export const InvitationNote = ({ link, expiresAt }: { readonly link: string; readonly expiresAt: string }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const whole = new URL(link, location.origin).href
  return (
    <Alert
      type="success"
      title={text.title}
      className="step-alert"
      description={
        <>
          <Typography.Text copyable code>
            {whole}
          </Typography.Text>
          <p>{fill(text.note, { at: instantText(expiresAt, language) })}</p>
        </>
      }
    />
  )
}
