import type { DeclineGround, LawfulChannel } from '@open12345/contract/vocabulary'

/** What is usually said to the requester for each ground, in their language, to be edited; and the channel that usually fits:
 * which emergency line, nobody chooses but who hears the caller. */
export const declineTexts: Readonly<Record<DeclineGround, { readonly channel: LawfulChannel | undefined; readonly text: string }>> = {
  '9-1': {
    channel: 'court',
    text: '您反映的事项依法应通过诉讼、仲裁、纪检监察、行政复议、政府信息公开等程序解决，或者已进入信访渠道，不属于12345热线受理范围。建议您向有管辖权的机关反映，我们已将渠道告知您。',
  },
  '9-2': {
    channel: 'secrecy-bureau',
    text: '您反映的内容涉及国家秘密、商业秘密、个人隐私或者违反社会公序良俗，热线不能受理，也请不要通过电话、短信传递涉密内容。',
  },
  '9-3': { channel: undefined, text: '您反映的情况属于紧急救助范围，请立即拨打相应的紧急电话；我们已为您指引（转接）紧急救助热线。' },
  '9-4': { channel: 'military', text: '您反映的事项属于军队、武警部队职权范围，请向其有关部门反映。' },
  '9-5': {
    channel: 'none-needed',
    text: '经与您沟通核实，您的诉求表述不清或者没有实质内容，暂不能受理。如有具体的时间、地点和事由，欢迎再次来电。',
  },
  '9-6': { channel: 'competent-department', text: '您的诉求不符合法律、法规、规章的规定，热线不能受理。' },
  '9-7': {
    channel: 'competent-department',
    text: '按照法律、法规、规章等规定，您反映的事项不属于12345热线受理范围，建议您向有管辖权的主管部门反映。',
  },
}
