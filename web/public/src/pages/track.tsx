import type { Framed } from '../layout.tsx'

export const Track = ({ say, number, problem }: Framed & { readonly number: string; readonly problem: string | null }) => (
  <>
    <h1>{say('查询办理进度', 'Track a request')}</h1>
    {problem === null ? null : (
      <div className="alert" role="alert">
        <p>{problem}</p>
      </div>
    )}
    <form className="card" method="post" action="/track" data-once="">
      <div className="field">
        <label htmlFor="number">{say('工单号（12位数字）', 'Number (12 digits)')}</label>
        <input id="number" name="number" inputMode="numeric" autoComplete="off" maxLength={20} required defaultValue={number} />
      </div>
      <div className="field">
        <label htmlFor="queryCode">{say('查询码（8位数字）', 'Query code (8 digits)')}</label>
        <input id="queryCode" name="queryCode" inputMode="numeric" autoComplete="off" maxLength={20} required />
        <p className="hint">
          {say('提交诉求时告诉您的，只有您知道。空格可填可不填。', 'Told to you when you filed. Spaces do not matter.')}
        </p>
      </div>
      <button className="button" type="submit">
        {say('查询', 'Track')}
      </button>
    </form>
    <p>
      {say('忘了工单号或查询码？请用留下的电话号码拨打 ', 'Lost them? From the phone that you left, call ')}
      <a href="tel:12345">12345</a>
      {say('，核实后告诉您进度。', '.')}
    </p>
  </>
)
