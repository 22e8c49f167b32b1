export { ApiError, clientOf, type Client } from './client.ts'
export { problem, type Problem } from './problem.ts'
export {
  machineScopes,
  route,
  type Access,
  type CallOptions,
  type MachineScope,
  type Method,
  type Route,
  type RouteCall,
  type RouteInput,
  type RouteOutput,
} from './route.ts'
export { authorityId, civilDate, instant, page, pageQuery, uuid } from './shapes.ts'
