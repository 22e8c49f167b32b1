import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { simulatedRecords } from './data/simulated-records.ts'
import { askOverHttp } from './over-http.ts'
import type { DepartmentPort } from './port.ts'

const say = (response: ServerResponse, status: number, value: object): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(value))
}

/** `GET /<connector>?…`: the record that bears this number. */
const listen = async (): Promise<string> => {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const records = simulatedRecords[pathname.slice(1)] ?? {}
    const found = [...searchParams.values()].flatMap((value) => (Object.hasOwn(records, value) ? (records[value] ?? []) : []))
    say(response, found.length === 0 ? 404 : 200, { rows: found })
  })
  // It keeps nobody from stopping.
  server.listen(0, '127.0.0.1').unref()
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A department of made-up people on a port of this machine, opened with the first question; asked the way that a real one is. */
export const simulatedDepartment = (): DepartmentPort => {
  let address: Promise<string> | undefined
  return async (_app, { id, timeoutMs }, parameters) => {
    address ??= listen()
    return askOverHttp({ url: `${await address}/${id}`, method: 'GET', timeoutMs }, parameters, undefined)
  }
}
