import { CannotStart } from '../../cannot-start.ts'
import { askOverHttp } from './over-http.ts'
import type { DepartmentPort } from './port.ts'
import { simulatedDepartment } from './simulated-department.ts'

/** Keys of departments' systems, by the name that a connector gives as its `secret`. */
export type DepartmentKeys = ReadonlyMap<string, string>

const prefix = 'OPEN12345_DEPARTMENT_KEY_'
const shortest = 8

/** `OPEN12345_DEPARTMENT_KEY_SOCIAL_INSURANCE` is the key `social-insurance`; an empty variable counts as none. */
export const readDepartmentKeys = (variables: Readonly<Record<string, string | undefined>>): DepartmentKeys => {
  const given = Object.entries(variables).filter(([name, value]) => name.startsWith(prefix) && value !== undefined && value !== '')
  return new Map(
    given.map(([name, value = '']) => {
      if (value.length < shortest || !/^[\x21-\x7e]+$/.test(value))
        throw new CannotStart(`环境变量 ${name} 取值不对。`, `The environment variable ${name} has a value that is not understood.`)
      return [name.slice(prefix.length).toLowerCase().replaceAll('_', '-'), value]
    }),
  )
}

/** In a demonstration nothing leaves the house: whatever the connectors say, a simulated department answers. */
export const departmentPort = (keys: DepartmentKeys, simulated: DepartmentPort = simulatedDepartment()): DepartmentPort => {
  const overHttp: DepartmentPort = async (app, connector, parameters) => {
    const key = connector.secret === undefined ? undefined : keys.get(connector.secret)
    if (connector.secret !== undefined && key === undefined) {
      app.log.error({ connectorId: connector.id }, 'a connector names a key that the settings do not hold')
      return { kind: 'unreachable' }
    }
    return askOverHttp(connector, parameters, key)
  }
  return (app, connector, parameters) => (app.config.demonstration ? simulated : overHttp)(app, connector, parameters)
}
