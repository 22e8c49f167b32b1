import type { RequestView } from '@open12345/contract/request'
import type { Framed } from '../layout.tsx'
import { grouped } from '../text.ts'
import { Due } from './request/parts.tsx'

type Secret = { readonly number: string; readonly queryCode: string }

const Keep = ({ say, secret }: Pick<Framed, 'say'> & { readonly secret: Secret }) => (
  <section className="keep" aria-labelledby="keep">
    <h2 id="keep">{say('请抄下或截图保存，查询码只显示这一次', 'Keep these: the code is shown only once')}</h2>
    <dl>
      <div>
        <dt>{say('工单号', 'Number')}</dt>
        <dd>{grouped(secret.number)}</dd>
      </div>
      <div>
        <dt>{say('查询码', 'Query code')}</dt>
        <dd>{grouped(secret.queryCode)}</dd>
      </div>
    </dl>
    <p>
      {say(
        '凭这两个号随时可以查进度、补充情况、评价。不要告诉别人：知道的人就能看到您的诉求。',
        'With both you can follow, add, rate. Whoever has them can read your request.',
      )}
    </p>
    <p className="script-only">
      <button className="button plain" type="button" data-print="" hidden>
        {say('打印或存为文件', 'Print or save')}
      </button>
    </p>
  </section>
)

const Next = ({ frame, say, request }: Framed & { readonly request: RequestView }) => (
  <section className="card">
    <h2>{say('接下来', 'What happens next')}</h2>
    <p>{request.status.next}</p>
    <Due frame={frame} say={say} promise={request.promise} />
  </section>
)

type FiledProps = Framed & { readonly secret: Secret | null; readonly request: RequestView | null }

export const Filed = ({ frame, say, secret, request }: FiledProps) => (
  <div data-filed="">
    <h1>{secret === null ? say('查询码已经显示过了', 'The code was shown already') : say('已收到您的诉求', 'Your request is received')}</h1>
    {secret === null ? (
      <p>
        {say(
          '为了保密，查询码只显示一次。关闭浏览器之前，这部手机（电脑）仍可直接查看您的诉求。',
          'For your safety it is shown once. Until you close the browser, this device can still open your request.',
        )}
      </p>
    ) : (
      <Keep say={say} secret={secret} />
    )}
    {request === null ? null : <Next frame={frame} say={say} request={request} />}
    <p className="actions">
      <a className="button" href={request === null ? '/track' : '/request'}>
        {say('查看进度', 'Follow it')}
      </a>
      <a className="button plain" href="/">
        {say('回首页', 'First page')}
      </a>
    </p>
  </div>
)
