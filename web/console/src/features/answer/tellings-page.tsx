import type { TellingView } from '@open12345/contract/answer'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { More } from '../../parts/bench.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { answerWords } from './answer-words.ts'
import { useTellings } from './use-answers.ts'
import { VersionChange } from './version-change.tsx'
import './answer.css'

const said = words({
  title: ['更正告知', 'Tell again'],
  note: [
    '按旧内容答复过的人，内容改了要告诉他们（第十六条）。打开工单，接通诉求人，再登记结果。',
    'Whoever was told what has changed since is told again (article 16). Open the order, call its requester, and note what became of it.',
  ],
  none: ['没有要更正告知的人。', 'Nobody is to be told again.'],
  told: ['{at} 告知', 'Told {at}'],
  changed: ['{at} 内容改变', 'Changed {at}'],
  tries: ['打不通 {tries} 次', 'Not reached {tries} times'],
})

const Row = ({ telling }: { readonly telling: TellingView }): ReactElement => {
  const text = useWords(said)
  const how = useWords(answerWords)
  const language = useLanguage()
  const { orderId, number, toldAt, changedAt, tries } = telling
  return (
    <li>
      <div>
        <p className="telling-head">
          <Link to="/orders/$orderId" params={{ orderId }} className="digits">
            <strong>{numberText(number)}</strong>
          </Link>
          <VersionChange {...telling} />
        </p>
        <p className="soft">
          {how[telling.how]} · {fill(text.told, { at: instantText(toldAt, language) })} ·{' '}
          {fill(text.changed, { at: instantText(changedAt, language) })}
          {tries === 0 ? null : ` · ${fill(text.tries, { tries })}`}
        </p>
      </div>
    </li>
  )
}

/** 第十六条 谁更新: people who were told what is no longer right. @clause 16c */
export const TellingsPage = (): ReactElement => {
  const text = useWords(said)
  const list = useTellings()
  return (
    <div className="page tellings">
      <h1>{text.title}</h1>
      <p className="soft">{text.note}</p>
      <Answered asked={list}>
        {(items) =>
          items.length === 0 ? (
            <Nothing>{text.none}</Nothing>
          ) : (
            <section className="sheet">
              <ul className="plain-rows" aria-label={text.title}>
                {items.map((telling) => (
                  <Row key={`${telling.orderId} ${telling.itemId} ${telling.toldVersion}`} telling={telling} />
                ))}
              </ul>
            </section>
          )
        }
      </Answered>
      <More list={list} />
    </div>
  )
}
