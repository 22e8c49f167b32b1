import { orSay } from '../server/src/cannot-start.ts'
import { readConfig } from '../server/src/config.ts'
import { run } from '../server/src/main.ts'
import { probePort } from '../server/src/start/port.ts'
import { buildWeb } from './build-web.ts'

await orSay(async () => {
  const config = readConfig(process.env)
  if (config.roles.http) {
    await probePort(config.host, config.port)
    await buildWeb()
  }
  await run(config)
})
