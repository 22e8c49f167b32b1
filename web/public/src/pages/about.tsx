import type { Limits } from '@open12345/contract/public-page'
import type { Framed } from '../layout.tsx'
import type { Say } from '../say.ts'
import { Emergency } from './emergency.tsx'
import { WhatWeDoNotTake, WhatWeTake } from './scope.tsx'

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
    '谁承办、谁答复、谁负责。收到当天和节假日不算；凉山的火把节、彝族年等本地假期也不算。',
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

const Handled = ({ say, limits }: Pick<Framed, 'say'> & { readonly limits: Limits }) => (
  <section className="card">
    <h2>{say('怎样办理', 'How it is handled')}</h2>
    <ul className="plain-list">
      {handling(say, limits.steps).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </section>
)

const Kept = ({ say }: Pick<Framed, 'say'>) => (
  <section className="card">
    <h2>{say('为您保密', 'Your privacy')}</h2>
    <ul className="plain-list">
      <li>
        {say(
          '姓名、电话和内容分开加密保存；每次查看身份都要有理由，并留下记录。',
          'Identity is stored apart from the matter and encrypted; each look needs a reason and is on record.',
        )}
      </li>
      <li>
        {say(
          '举报一律保密。被举报的单位和人看不到、查不到，也不由其办理。',
          'Reports are always confidential; whoever is reported sees nothing and handles nothing.',
        )}
      </li>
      <li>
        {say(
          '被投诉、举报的单位和个人不得打击报复；有这种情况请马上告诉我们或纪检监察机关（12388）。',
          'Retaliation is forbidden; if it happens, tell us or the discipline inspection (12388).',
        )}
      </li>
    </ul>
  </section>
)

/** Clause 24: what callers owe, and what follows from abuse. */
const Duties = ({ say }: Pick<Framed, 'say'>) => (
  <section className="card">
    <h2>{say('请您做到', 'What we ask of you')}</h2>
    <ul className="plain-list">
      <li>
        {say(
          '如实反映，说清时间、地点和经过；一件事反映一次，有新情况在原工单上补充。',
          'Tell what is true: when, where, how. One matter once; add news to the same request.',
        )}
      </li>
      <li>{say('保持电话畅通，配合核实和回访。', 'Stay reachable for questions and for the follow-up.')}</li>
      <li>{say('尊重接听和办理的人。', 'Respect those who answer and handle.')}</li>
    </ul>
    <p>
      {say(
        '没有正当理由反复拨打、长时间占用热线，歪曲捏造事实，诽谤、诬告和陷害他人，骚扰、侮辱、威胁工作人员的，交由司法机关依法处理。即便如此，遇到紧急情况您仍然可以求助。',
        'Calling again and again without reason, blocking the line, inventing facts, slander, false accusation, harassing or threatening staff is handed to the judicial organs. In an emergency you are helped all the same.',
      )}
    </p>
  </section>
)

export const About = ({ say, limits }: Framed & { readonly limits: Limits }) => (
  <>
    <h1>{say('热线须知', 'About the hotline')}</h1>
    <Emergency say={say} />
    <section className="card">
      <h2>{say('受理范围', 'What we take')}</h2>
      <p>
        {say(
          '企业和群众在经济调节、市场监管、社会管理、公共服务、生态环境保护方面的非紧急诉求：',
          'Non-emergency matters of economy, markets, society, public services and environment:',
        )}
      </p>
      <WhatWeTake say={say} limits={limits} />
    </section>
    <section className="card">
      <h2>{say('不予受理的，和该找谁', 'What we may not take, and where to turn')}</h2>
      <WhatWeDoNotTake say={say} />
    </section>
    <Handled say={say} limits={limits} />
    <Kept say={say} />
    <Duties say={say} />
    <p className="soft">
      {say(
        '依据《凉山州12345政务服务便民热线运行管理暂行办法》（凉府办函〔2023〕18号），由州大数据中心解释。',
        'Based on the Interim Measures for the Liangshan 12345 Hotline (凉府办函〔2023〕18号).',
      )}
    </p>
  </>
)
