import type { ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText, fullInstantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/use-pages.ts'
import { More } from '../../parts/bench.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'

const said = words({
  note: [
    '每天结束后对链头签名（SM2）。公钥和每日文件交监督单位保存；导出一天会留下记录，文件里的理由仍是密文。',
    'The chain’s head is signed (SM2) once a day is over. Give the public key and the files of days to whoever supervises you; exporting a day is on record, and words stay sealed in the file.',
  ],
  publicKey: ['下载公钥', 'Download the public key'],
  none: ['还没有签过的一天：当天结束后才签。', 'No day is signed yet: a day is signed once it is over.'],
  records: ['{count} 条', '{count} records'],
  file: ['导出这一天', 'Export this day'],
  signed: ['签于', 'Signed'],
})

export const SignedDays = (): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const asked = usePages({ queryKey: keys.audit('days'), limit: 40, ask: (query, signal) => api.listSignedDays({ query, signal }) })
  return (
    <>
      <p className="soft">{text.note}</p>
      <p>
        <a href="/api/v1/audit/public-key">{text.publicKey}</a>
      </p>
      <Answered asked={asked}>
        {(days) => (
          <>
            {days.length === 0 ? <Nothing>{text.none}</Nothing> : null}
            <ul>
              {days.map(({ day, records, head, signedAt }) => (
                <li key={day} className="warning-row">
                  <strong className="digits">{dateText(day, language)}</strong> {fill(text.records, { count: records })}{' '}
                  <a href={`/api/v1/audit/days/${day}/file`} aria-label={`${text.file} ${day}`}>
                    {text.file}
                  </a>
                  <div className="soft audit-head">
                    {text.signed} {fullInstantText(signedAt, language)}　{head}
                  </div>
                </li>
              ))}
            </ul>
            <More list={asked} />
          </>
        )}
      </Answered>
    </>
  )
}
