import type { LinkageLine, LinkageView } from '@open12345/contract/linkage'
import { assemble } from '../../../assembly.ts'
import { scene, type Answer, type Desk, type Scene } from '../../../testing/scene.ts'
import { readSmsSettings } from '../../message/index.ts'
import { simulatedSwitch, type SimulatedSwitch } from '../../telephony/index.ts'

export type LinkageHouse = Scene & {
  readonly telephony: SimulatedSwitch
  readonly at: (login: string) => Promise<Desk>
  /** A call that this seat has answered. */
  readonly talking: (login: string) => Promise<string>
  /** Hangs up where need be, and is done with every contact. */
  readonly quiet: () => Promise<void>
  readonly call: (login: string, contactId: string, more?: object, headers?: Record<string, string>) => Promise<Answer<LinkageView>>
  readonly ofCall: (login: string, contactId: string) => Promise<readonly LinkageView[]>
  readonly line: (lineId: string) => Promise<LinkageLine>
  /** An order of the web, by its number. */
  readonly filed: () => Promise<{ readonly number: string; readonly orderId: string }>
}

const matter = { kind: 'help', subject: 'water-supply', place: { county: '513401', township: null } }

/** The whole program with people at their desks, beside a switch that the test holds in its hands. */
export const linkageHouse = async (): Promise<LinkageHouse> => {
  const telephony: SimulatedSwitch = simulatedSwitch({ now: () => house.clock.now() })
  const { modules, gate, hear } = assemble(readSmsSettings({}), { telephony })
  const house = await scene({ modules, gate })
  const stop = hear(house.app)
  const desks = new Map<string, Promise<Desk>>()
  const at = (login: string): Promise<Desk> => {
    const desk = desks.get(login) ?? house.desk(login)
    desks.set(login, desk)
    return desk
  }
  const must = <T>({ status, body }: Answer<T>): T => {
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  return {
    ...house,
    telephony,
    at,
    talking: async (login) => {
      const desk = await at(login)
      const { contactId } = must(await desk<{ contactId: string }>('POST', '/telephony/simulated-calls', { from: '13812341234' }))
      must(await desk('POST', `/contacts/${contactId}/answer`, {}))
      return contactId
    },
    quiet: async () => {
      await house.owner.query(`update linkage set state = 'ended', ended_at = at where state in ('calling', 'joined')`)
      await house.owner.query(`update contact set state = 'finished', finished_at = started_at where state <> 'finished'`)
      for (const { leg } of (await telephony.snapshot()).legs) await telephony.hangUp(leg)
      for (const number of ['110', '119', '120', '122', '95598']) telephony.letBehave(number, 'answers')
    },
    call: async (login, contactId, more = {}, headers = {}) =>
      (await at(login))<LinkageView>(
        'POST',
        `/contacts/${contactId}/linkages`,
        { lineId: 'power-95598', way: 'three-way', consent: 'given', ...more },
        headers,
      ),
    ofCall: async (login, contactId) =>
      must(await (await at(login))<{ items: readonly LinkageView[] }>('GET', `/contacts/${contactId}/linkages`)).items,
    line: async (lineId) =>
      must(await (await at('centre-manager'))<{ items: readonly LinkageLine[] }>('GET', '/linkage/lines')).items.find(
        (line) => line.lineId === lineId,
      )!,
    filed: async () => {
      const { number } = must(
        await house.nobody<{ number: string }>('POST', '/requests', {
          ...matter,
          content: '小区停水两天了。',
          name: '测试人',
          phone: '13912345678',
        }),
      )
      const { rows } = await house.owner.query<{ order_id: string }>('select order_id from work_order where number = $1', [number])
      return { number, orderId: rows[0]!.order_id }
    },
    close: async () => {
      stop()
      await house.close()
    },
  }
}
