import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const program = join(import.meta.dirname, 'explain.ts')
const run = (args: readonly string[], input = '', zone = 'Asia/Shanghai') =>
  spawnSync(process.execPath, [program, ...args], { input, encoding: 'utf8', env: { ...process.env, TZ: zone } })
const explain = (...args: readonly string[]) => {
  const { status, stdout } = run(args)
  return { status, answer: JSON.parse(stdout) as Record<string, unknown> }
}

describe('命令行说明 [12-2b]', () => {
  it.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland'])('求助2023年8月8日收到，8月24日到期；机器时区为 %s 也一样', (zone) => {
    const { stdout } = run(
      ['--clock', 'handle', '--kind', 'help', '--received', '2023-08-08T10:00+08:00', '--authority', 'liangshan'],
      '',
      zone,
    )
    expect(JSON.parse(stdout)).toMatchObject({
      dueOn: '2023-08-24',
      dueAt: '2023-08-25T00:00:00+08:00',
      clause: '12-2b',
      pack: 'liangshan-2023-18',
      calendar: 'liangshan',
      provisional: false,
    })
  })
  it('裸时限', () => {
    expect(explain('--span', '7wd', '--received', '2023-08-08T10:00+08:00', '--calendar', 'national')).toMatchObject({
      status: 0,
      answer: { dueOn: '2023-08-17', pack: null, clause: null },
    })
  })
  it('单个错误的提问：输出错误，退出码为1', () => {
    expect(explain('--received', '2023-08-08T10:00+08:00')).toMatchObject({ status: 1, answer: { error: { code: 'clock.kind-missing' } } })
    expect(explain('--clock', 'sign')).toMatchObject({ status: 1, answer: { error: { code: 'question.received-missing' } } })
    expect(explain('--clock', 'sign', '--received', '2023-02-16T10:00+08:00')).toMatchObject({
      status: 1,
      answer: { error: { code: 'policy.none-in-force', clause: '28' } },
    })
    expect(explain('--colour', 'red')).toMatchObject({ status: 1, answer: { error: { code: 'question.arguments-malformed' } } })
  })
  it('逐行提问：一行一答，次序不变，坏行不误好行', () => {
    const lines = [
      '{"clock":"sign","received":"2023-08-08T10:00+08:00"}',
      'nonsense',
      '',
      '[]',
      '{"clock":"sign","received":"2023-08-08T10:00+08:00","colour":"red"}',
      '{"clock":"sign","received":20230808}',
      '{"clock":"handle","kind":"complaint","source-limit":"5wd","subject":null,"received":"2023-03-07T10:00+08:00"}',
      '{"clock":"sign","source":"a\u2028b","received":"2023-08-08T10:00+08:00"}\r',
      '{"clock":"sign","received":"2023-08-08T10:00+08:00","__proto__":{"x":"1"}}',
    ]
    const { stdout, status } = run(['--lines'], `${lines.join('\n')}\n`)
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { dueOn?: string; error?: { code: string } })
    expect(status).toBe(0)
    expect(answers.map(({ dueOn, error }) => dueOn ?? error?.code)).toEqual([
      '2023-08-17',
      'question.not-an-object',
      'question.not-an-object',
      'question.not-an-object',
      'question.unknown-name',
      'question.not-text',
      '2023-03-14',
      '2023-08-17',
      'question.unknown-name',
    ])
  })
  it('没有提问就没有回答', () => expect(run(['--lines']).stdout).toBe(''))
})
