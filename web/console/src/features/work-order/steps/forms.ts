import type { ReactElement } from 'react'
import { ClearAccusedStep, ConfirmClearingStep, RecuseStep } from './accused-steps.tsx'
import { AddFactsStep, ConfirmCorrectionStep, ConfirmWithdrawalStep, CorrectStep, WithdrawStep } from './case-steps.tsx'
import { AcceptStep, AnswerStep, ClarifyStep, DeclineStep } from './centre-steps.tsx'
import { AddUnitStep, ReplaceUnitStep, WithdrawUnitStep } from './change-units-steps.tsx'
import { AskCoordinationStep, DesignateStep, HoldCoordinationStep } from './coordination-steps.tsx'
import { DispatchStep } from './dispatch-step.tsx'
import { AskExtensionStep, DecideExtensionStep } from './extension-steps.tsx'
import { CloseStep, FollowUpStep, RedoStep } from './follow-up-steps.tsx'
import { JoinIncidentStep, LeaveIncidentStep } from './incident-steps.tsx'
import { CloseNotedStep, DisputeStep, ExplainStep, MarkStep, ScreenStep } from './noted-steps.tsx'
import { PassOnStep, ReportBackStep } from './pass-on-steps.tsx'
import { ExplainTerminationStep, LinkRepeatStep, ReopenStep } from './repeat-steps.tsx'
import { ReturnStep, RuleOnReturnStep } from './return-steps.tsx'
import { SealStep } from './seal-step.tsx'
import type { StepProps } from './step-form.tsx'
import type { StepName } from './step-words.ts'
import { AcknowledgeReportStep, CallUnitStep, MarkUrgentStep, ReportToOfficeStep } from './urgent-steps.tsx'
import { ConfirmTerminationStep, TerminationStep } from './termination-steps.tsx'
import { ApproveStep, AttemptStep, DeliverStep, DraftStep, FirstResponseStep, ProgressStep, SendBackStep, SignStep } from './unit-steps.tsx'
import { AnswerVerificationStep, AskVerificationStep } from './verification-steps.tsx'

/** The form of every step. */
export const forms: Readonly<Record<StepName, (props: StepProps) => ReactElement>> = {
  clarify: ClarifyStep,
  accept: AcceptStep,
  decline: DeclineStep,
  answer: AnswerStep,
  'ask-verification': AskVerificationStep,
  'answer-verification': AnswerVerificationStep,
  'mark-urgent': MarkUrgentStep,
  'report-to-office': ReportToOfficeStep,
  'acknowledge-report': AcknowledgeReportStep,
  'call-unit': CallUnitStep,
  dispatch: DispatchStep,
  'join-incident': JoinIncidentStep,
  'leave-incident': LeaveIncidentStep,
  'add-unit': AddUnitStep,
  'replace-unit': ReplaceUnitStep,
  'withdraw-unit': WithdrawUnitStep,
  'ask-coordination': AskCoordinationStep,
  'hold-coordination': HoldCoordinationStep,
  designate: DesignateStep,
  'accept-return': RuleOnReturnStep,
  'decide-extension': DecideExtensionStep,
  sign: SignStep,
  return: ReturnStep,
  'ask-extension': AskExtensionStep,
  'pass-on': PassOnStep,
  'report-back': ReportBackStep,
  'give-first-response': FirstResponseStep,
  'report-progress': ProgressStep,
  draft: DraftStep,
  'send-back': SendBackStep,
  approve: ApproveStep,
  'record-attempt': AttemptStep,
  deliver: DeliverStep,
  'follow-up': FollowUpStep,
  'order-redo': RedoStep,
  'close-lawful': CloseStep,
  explain: ExplainStep,
  'close-noted': CloseNotedStep,
  'dispute-rating': DisputeStep,
  'screen-rating': ScreenStep,
  mark: MarkStep,
  reopen: ReopenStep,
  'link-repeat': LinkRepeatStep,
  'propose-termination': TerminationStep,
  'confirm-termination': ConfirmTerminationStep,
  'explain-termination': ExplainTerminationStep,
  correct: CorrectStep,
  'confirm-correction': ConfirmCorrectionStep,
  'add-facts': AddFactsStep,
  withdraw: WithdrawStep,
  seal: SealStep,
  recuse: RecuseStep,
  'clear-accused': ClearAccusedStep,
  'confirm-clearing': ConfirmClearingStep,
  'confirm-withdrawal': ConfirmWithdrawalStep,
}
