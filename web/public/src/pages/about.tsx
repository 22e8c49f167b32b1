import type { Limits } from '@open12345/contract/public-page'
import type { Framed } from '../layout.tsx'
import { Duties, Kept } from './about/duties.tsx'
import { Handled } from './about/handled.tsx'
import { Emergency } from './emergency.tsx'
import { WhatWeDoNotTake } from './not-taken.tsx'
import { WhatWeTake } from './scope.tsx'

const Basis = ({ say, norm: { title, citation, interpretedBy } }: Pick<Framed, 'say'> & { readonly norm: NonNullable<Limits['norm']> }) => (
  <p className="soft">
    {say(
      `依据《${title}》（${citation}）${interpretedBy === null ? '' : `，由${interpretedBy}解释`}。`,
      `Based on the ${title} (${citation})${interpretedBy === null ? '' : `, interpreted by ${interpretedBy}`}.`,
    )}
  </p>
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
    {limits.norm === null ? null : <Basis say={say} norm={limits.norm} />}
  </>
)
