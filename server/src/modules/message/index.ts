export { enqueue, type Enqueue, type OutgoingMessage, type Recipient } from './enqueue.ts'
