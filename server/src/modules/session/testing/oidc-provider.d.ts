/** As much of it as the tests use; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  type Grant = { readonly addOIDCScope: (scope: string) => void; readonly save: () => Promise<string> }
  type Details = { readonly params: { readonly client_id: string } }
  export class Provider {
    constructor(issuer: string, configuration: object)
    readonly Grant: new (of: { readonly accountId: string; readonly clientId: string }) => Grant
    readonly callback: () => (request: IncomingMessage, response: ServerResponse) => void
    readonly interactionDetails: (request: IncomingMessage, response: ServerResponse) => Promise<Details>
    readonly interactionFinished: (request: IncomingMessage, response: ServerResponse, result: object) => Promise<void>
  }
}
