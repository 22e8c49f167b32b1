export { simulatedSwitch, type LineAnswer, type SimulatedSwitch } from './simulator.ts'
