import type { CatalogueReplay } from '@open12345/contract/catalogue'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText, todayOn } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'

const said = words({
  title: ['回放：如果那时就有这条规定', 'Replay: had this rule stood then'],
  from: ['从', 'From'],
  to: ['到（不含当天）', 'Until before'],
  run: ['回放', 'Replay'],
  result: ['回放的结果', 'What the replay says'],
  orders: [
    '{from}至 {to}前，这个事项在这里有您看得到的工单 {orders} 件；退回并获同意 {returns} 次。',
    '{from} to {to}: orders of this subject here that you may see: {orders}; returns accepted: {returns}.',
  ],
  cut: ['工单太多，只数了最近的这些。', 'There are more; only the newest were counted.'],
  none: ['这段时间没有这样的工单，看不出什么。', 'There were no such orders, so it says nothing.'],
  sentTo: ['先派给：{units}', 'First sent to: {units}'],
  endedWith: ['最后承办：{units}', 'Ended with: {units}'],
  unitCount: ['{name} {orders} 件', '{name} {orders}'],
  avoided: [
    '免去退回 {returns} 次：{orders} 件先派给别的单位，退回以后由{unit}办到底。',
    'Returns avoided: {returns}. Orders that went elsewhere first and that {unit} kept in the end: {orders}.',
  ],
  givenBack: [
    '不该由它办的 {count} 件：{unit}自己退回过，中心同意了。',
    '{count} would have been wrong: {unit} gave them back itself, rightly.',
  ],
  already: ['{count} 件本来就先派给{unit}，没有差别。', '{count} went to {unit} first anyway: no difference.'],
  keptByOther: [
    '不能知道的：{count} 件由别的单位承办（包括还在办的），没有退回；改派{unit}会不会退回，没有试过，至多多出 {count} 次退回。',
    'Not known: {count} were kept by another unit without a return, those at work included; whether {unit} would have kept them nobody tried. At most {count} more returns.',
  ],
  unknown: [
    '不能知道的：{count} 件退回以后到了第三个单位，或者还没有再派。',
    'Not known: {count} ended with a third unit, or with nobody yet.',
  ],
  undispatched: ['{count} 件没有派给任何单位，不受影响。', '{count} were not sent to any unit: not concerned.'],
})

const Result = ({ replay }: { readonly replay: CatalogueReplay }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const { orders, returns, cut, avoided, givenBack, already, keptByOther, unknown, undispatched, sentTo, endedWith } = replay
  const unit = replay.unit.name
  const units = (counts: CatalogueReplay['sentTo']) =>
    counts.map(({ name, orders: count }) => fill(text.unitCount, { name, orders: count })).join('、')
  const days = { from: dateText(replay.from, language), to: dateText(replay.to, language) }
  const counted = (sentence: string, count: number): readonly string[] => (count === 0 ? [] : [fill(sentence, { count, unit })])
  const lines =
    orders === 0
      ? [text.none]
      : [
          fill(text.orders, { ...days, orders, returns }),
          ...(cut ? [text.cut] : []),
          ...(sentTo.length === 0 ? [] : [fill(text.sentTo, { units: units(sentTo) })]),
          ...(endedWith.length === 0 ? [] : [fill(text.endedWith, { units: units(endedWith) })]),
          fill(text.avoided, { ...avoided, unit }),
          ...counted(text.givenBack, givenBack),
          ...counted(text.already, already),
          ...counted(text.keptByOther, keptByOther),
          ...counted(text.unknown, unknown),
          ...counted(text.undispatched, undispatched),
        ]
  return (
    <div role="status" aria-label={text.result}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

const dayBefore = (day: string, days: number): string => todayOn(Date.parse(`${day}T12:00:00+08:00`) - days * 86_400_000)

type Props = { readonly subject: string; readonly placeCode: string; readonly unitId: string; readonly today: string }

/** What a rule would have meant, before anybody decides about it: a month unless told. @clause 11-2 */
export const Replay = ({ subject, placeCode, unitId, today }: Props): ReactElement => {
  const text = useWords(said)
  const [span, setSpan] = useState({ from: dayBefore(today, 30), to: dayBefore(today, -1) })
  const replay = useMutation({ mutationFn: () => api.replayCatalogueRule({ query: { subject, placeCode, unitId, ...span } }) })
  const day = (name: 'from' | 'to'): ReactElement => (
    <label>
      <span>{text[name]}</span>
      <Input
        type="date"
        value={span[name]}
        onChange={({ target }) => {
          replay.reset()
          setSpan({ ...span, [name]: target.value })
        }}
      />
    </label>
  )
  return (
    <section className="catalogue-note catalogue-replay" aria-label={text.title}>
      <h3>{text.title}</h3>
      <div className="replay-span">
        {day('from')}
        {day('to')}
        <Button loading={replay.isPending} disabled={span.from === '' || span.to === ''} onClick={() => replay.mutate()}>
          {text.run}
        </Button>
      </div>
      <ProblemNote error={replay.error} />
      {replay.data === undefined ? null : <Result replay={replay.data} />}
    </section>
  )
}
