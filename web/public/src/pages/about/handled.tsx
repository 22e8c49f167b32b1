import type { Limits } from '@open12345/contract/public-page'
import type { Framed } from '../../layout.tsx'
import type { Say } from '../../say.ts'

const handling = (say: Say, { dispatch, sign, extension, ...response }: Limits['steps']): readonly string[] => [
  say(
    '能直接解答的直接解答；需要单位办理的，按属地、职责和行业转给负责的单位。',
    'What can be answered is answered; the rest goes to the unit responsible by place, duty and industry.',
  ),
  ...(dispatch === undefined || sign === undefined
    ? []
    : [
        say(
          `受理后${dispatch}内转办，承办单位${sign}内签收。`,
          `It is sent on within ${dispatch} of acceptance and signed for within ${sign}.`,
        ),
      ]),
  say(
    '谁承办、谁答复、谁负责。收到当天和节假日不算，本地放假的节日也不算。',
    'Who handles it answers for it. The day of receipt and holidays, local ones too, do not count.',
  ),
  ...(response['special-response'] === undefined || response['emergency-response'] === undefined
    ? []
    : [
        say(
          `大面积停水停电停气、环境污染：${response['special-response']}内初步响应。突发灾害事故等：${response['emergency-response']}内初步响应。`,
          `Large outages and pollution: first response within ${response['special-response']}. Disasters and accidents: within ${response['emergency-response']}.`,
        ),
      ]),
  ...(extension === undefined
    ? []
    : [
        say(
          `情况复杂的可以延期，一般不超过${extension}，须经热线中心同意，并告诉您原因和新的日期。`,
          `A complex matter may be extended, in general by ${extension} at most; you are told why and until when.`,
        ),
      ]),
  say(
    '办完请您评价。不满意且应当办的，退回重办；不回复不算满意。',
    'You rate it. What should have been done goes back; silence never counts as satisfied.',
  ),
]

/** How long each step takes comes from the pack in force; what no pack says is left out. */
export const Handled = ({ say, limits }: Pick<Framed, 'say'> & { readonly limits: Limits }) => (
  <section className="card">
    <h2>{say('怎样办理', 'How it is handled')}</h2>
    <ul className="plain-list">
      {handling(say, limits.steps).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </section>
)
