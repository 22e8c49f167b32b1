import type { IncidentView } from '@open12345/contract/incident'
import { Form, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { Answered } from '../../../parts/states.tsx'
import { IncidentFacts } from '../../incident/incident-facts.tsx'
import { isLike, likelyFirst } from '../../incident/like-incident.ts'
import { useOpenIncidents } from '../../incident/use-incidents.ts'
import { formWords } from './form-words.ts'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'
import { WordsField } from './words-field.tsx'

const said = words({
  which: ['并入哪个事件', 'Which incident'],
  joinNote: [
    '反映的是同一件事才并入：不再单独派单，事件结束时收到统一答复，并单独回访。同一事项、同一地点的排在最前。',
    'Only where it is the same thing: it is not dispatched by itself, gets the answer when the incident is over, and is followed up by itself. The same subject and place come first.',
  ],
  like: ['同一事项、地点', 'Same subject and place'],
  none: ['现在没有进行中的事件。先从已派出的工单开立事件。', 'No incident is going on. Open one from a dispatched order first.'],
  leaveNote: [
    '反映的其实是另一件事时拆出：回到待派单，派单时限从现在起算。',
    'Where it is another thing after all: it is to be dispatched again, and the time for that runs from now.',
  ],
})

const Choice = ({ incident, isAlike }: { readonly incident: IncidentView; readonly isAlike: boolean }): ReactElement => {
  const text = useWords(said)
  return (
    <>
      <strong>{incident.title}</strong> {isAlike ? <span className="tag tag-near">{text.like}</span> : null}
      <IncidentFacts incident={incident} />
    </>
  )
}

type JoinProps = StepProps & { readonly incidents: readonly IncidentView[] }
const JoinForm = ({ incidents, ...props }: JoinProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  const sorted = likelyFirst(props.order, incidents)
  const alike = sorted.filter((incident) => isLike(props.order, incident))
  return (
    <StepForm<{ readonly incidentId: string }>
      {...props}
      name="join-incident"
      submit={names['join-incident']}
      initial={alike.length === 1 && alike[0] !== undefined ? { incidentId: alike[0].incidentId } : {}}
      send={(values, call) => api.joinIncident({ ...call, body: values })}
    >
      <p className="form-note">{text.joinNote}</p>
      <Form.Item label={text.which} name="incidentId" rules={[{ required: true, message: common.choose }]}>
        <Radio.Group
          aria-label={text.which}
          className="stacked-choice"
          options={sorted.map((incident) => ({
            value: incident.incidentId,
            label: <Choice incident={incident} isAlike={alike.includes(incident)} />,
          }))}
        />
      </Form.Item>
    </StepForm>
  )
}

/** 12-4a: one of several that ask about the same. */
export const JoinIncidentStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const open = useOpenIncidents()
  return (
    <Answered asked={open}>
      {({ items }) => (items.length === 0 ? <p className="late-note">{text.none}</p> : <JoinForm {...props} incidents={items} />)}
    </Answered>
  )
}

export const LeaveIncidentStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<{ readonly reason: string }>
      {...props}
      name="leave-incident"
      submit={names['leave-incident']}
      send={(values, call) => api.leaveIncident({ ...call, body: values })}
    >
      <p className="form-note">{text.leaveNote}</p>
      <WordsField label={common.reason} name="reason" most={1000} />
    </StepForm>
  )
}
