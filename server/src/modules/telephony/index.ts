export { simulatedSwitch, type SimulatedSwitch } from './simulator.ts'
