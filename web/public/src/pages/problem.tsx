import type { Page } from '@open12345/contract/public-page'
import type { Framed } from '../layout.tsx'

type Problem = Extract<Page, { kind: 'problem' }>

export const ProblemPage = ({ say, problem }: Framed & { readonly problem: Problem }) => (
  <section className="card">
    <h1>{problem.title}</h1>
    {problem.reference === null ? null : (
      <p>
        {say('编号：', 'Reference: ')}
        <b>{problem.reference}</b>
      </p>
    )}
    <p>{say('可以返回上一页再试，或者从这里继续：', 'Go back and try again, or go on from here:')}</p>
    <p className="actions">
      <a className="button" href="/">
        {say('回首页', 'First page')}
      </a>
      <a className="button plain" href="tel:12345">
        {say('打电话 12345', 'Call 12345')}
      </a>
    </p>
  </section>
)
