export { mayJoin, openIncident, whileOpen, type Incident } from './decide.ts'
export { incidentRefusals } from './refusals.ts'
