export { hearInTurn } from './in-turn.ts'
export { simulatedSwitch, type LineAnswer, type SimulatedSwitch } from './simulator.ts'
