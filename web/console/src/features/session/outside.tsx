import { Button } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { setLanguage, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { useEntrance } from '../../api/session.ts'
import { DemonstrationMark } from '../../app/demonstration-mark.tsx'
import './outside.css'

const said = words({
  product: ['12345 政务服务便民热线', '12345 Government Service Hotline'],
  console: ['工作台', 'Staff console'],
  otherLanguage: ['English', '中文'],
})

/** The pages before anybody is signed in. */
export const Outside = ({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const entrance = useEntrance()
  return (
    <div className="outside">
      <header>
        <span>
          <strong>{text.product}</strong> {text.console} {entrance === undefined ? null : <DemonstrationMark session={entrance} />}
        </span>
        <Button type="text" lang={language === 'en' ? 'zh-CN' : 'en'} onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>
          {text.otherLanguage}
        </Button>
      </header>
      <main className="sheet">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
