import type { Framed } from '../../layout.tsx'

export const Kept = ({ say }: Pick<Framed, 'say'>) => (
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
export const Duties = ({ say }: Pick<Framed, 'say'>) => (
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
