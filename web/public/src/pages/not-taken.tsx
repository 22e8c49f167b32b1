import type { Say } from '../say.ts'

/** 第九条: what the hotline may not take, and where else to turn. */
const exclusions = (say: Say) =>
  [
    [
      say('打官司、仲裁能解决的事', 'Matters for a court or arbitration'),
      say('向人民法院起诉，或向仲裁机构申请；可以先免费咨询', 'The people’s court or arbitration; legal advice is free'),
      '12348',
    ],
    [say('干部违纪、违法', 'Misconduct of officials'), say('向纪检监察机关反映', 'Discipline inspection'), '12388'],
    [
      say('对行政决定不服', 'A decision of an authority that you contest'),
      say('六十日内申请行政复议', 'Apply for administrative review within sixty days'),
      null,
    ],
    [
      say('想要政府信息', 'A document held by government'),
      say('向保存该信息的机关申请公开', 'Apply to the body that holds it for disclosure'),
      null,
    ],
    [say('已经在走信访的事', 'A matter already under petition'), say('向受理的信访部门查询', 'Ask the petition office that took it'), null],
    [
      say('涉及国家秘密、商业秘密、个人隐私，违反公序良俗', 'State or trade secrets, privacy, public order and morals'),
      say('向保密行政管理等主管部门反映，不要写在网上', 'Turn to the competent authority; do not write it online'),
      null,
    ],
    [say('军队、武警的事', 'Matters of the armed forces'), say('向军队有关部门反映', 'Turn to the armed forces'), null],
    [
      say('没有实际内容、说不清楚，或者是骚扰、攻击', 'No substance, unclear, or harassment'),
      say('说不清的，热线会先请您补充', 'If it is unclear you will be asked once to explain'),
      null,
    ],
    [
      say('违反法律法规规章，或者依规定不予受理的其他事项', 'Against the law, or excluded by it'),
      say('热线会说明理由，并告诉您找谁', 'You will be told why, and where to turn'),
      null,
    ],
  ] as const

export const WhatWeDoNotTake = ({ say }: { readonly say: Say }) => (
  <dl className="not-taken">
    {exclusions(say).map(([what, where, number]) => (
      <div key={what}>
        <dt>{what}</dt>
        <dd>
          {where}
          {number === null ? null : (
            <>
              {' '}
              <a href={`tel:${number}`}>{say(`拨打 ${number}`, `call ${number}`)}</a>
            </>
          )}
        </dd>
      </div>
    ))}
  </dl>
)
