import { createServer } from 'node:net'
import { CannotStart } from '../cannot-start.ts'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Why a port could not be had, in one sentence. */
export const portRefusal = (error: unknown, host: string, port: number): unknown => {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new CannotStart(
        `端口 ${port} 已被其他程序占用：请先停止它，或用环境变量 PORT 另选端口。`,
        `Port ${port} is taken by another program: stop it, or choose another port by the environment variable PORT.`,
      )
    case 'EACCES':
      return new CannotStart(
        `没有使用端口 ${port} 的权限，请用环境变量 PORT 另选端口。`,
        `Port ${port} may not be used; choose another by PORT.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CannotStart(
        `本机没有地址 ${host}，请检查环境变量 HOST。`,
        `This machine has no address ${host}; see the environment variable HOST.`,
      )
    default:
      return error
  }
}

/** Asks for the port before anything else is touched, and lets it go again. */
export const probePort = (host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(portRefusal(error, host, port)))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()))
  })
