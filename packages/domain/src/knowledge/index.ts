export { entered, reviewDay, reviewNearness, type Nearness, type Surroundings } from './content.ts'
export {
  acceptReport,
  centreSendsBack,
  confirm,
  declineRequest,
  drop,
  mayWriteFor,
  ownerSendsBack,
  publish,
  rejectReport,
  report,
  revise,
  rewrite,
  submit,
  vouch,
  withdraw,
} from './decide.ts'
export { isOpen, type Content, type Doer, type Draft, type DraftState, type ItemRequest, type Report, type Told } from './item.ts'
export { knowledgeRefusals } from './refusals.ts'
