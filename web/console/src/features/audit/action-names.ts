import { words } from '@open12345/ui/language.ts'

/** What was done, as far as it has a name here; the code itself is shown otherwise. */
export const actionNames = words({
  'session.begin': ['登录', 'Signed in'],
  'session.end': ['退出登录', 'Signed out'],
  'session.enrol-factor': ['绑定动态码', 'Enrolled a second factor'],
  'session.end-all': ['结束他人全部登录', 'Ended somebody’s sessions'],
  'account.reset-factor': ['解除动态码', 'Took off a second factor'],
  'account.factor-roles': ['设定须用动态码的岗位', 'Set which roles ask for a second factor'],
  'session.change-password': ['修改口令', 'Changed the password'],
  'order.read': ['查看工单', 'Read an order'],
  'department.query': ['查询部门系统', 'Asked a department’s system'],
  'order.bridge': ['接通诉求人', 'Called a requester'],
  'order.print': ['打印工单', 'Printed an order'],
  'order.search': ['查找工单', 'Searched orders'],
  'learning.read': ['读取工单用于训练', 'Read orders to learn from them'],
  'learning.train': ['训练分类模型', 'Trained models'],
  'learning.use': ['启用模型版本', 'Took a model into use'],
  'learning.rules': ['只用规则', 'Went back to the rules alone'],
  'identity.put': ['登记诉求人信息', 'Kept who a requester is'],
  'identity.reveal-refused': ['查看诉求人身份被拒绝', 'Was refused a requester’s identity'],
  'identity.forget': ['删除诉求人信息', 'Forgot a requester'],
  'identity.reveal': ['查看诉求人身份', 'Revealed a requester'],
  'identity.find': ['按电话查找', 'Searched by phone'],
  'identity.phone-for-sending': ['发送短信取用号码', 'Took a number for a message'],
  'file.upload': ['上传附件', 'Uploaded a file'],
  'file.read': ['查看附件', 'Read a file'],
  'knowledge.import': ['导入知识', 'Imported knowledge'],
  'knowledge.export': ['导出知识', 'Exported knowledge'],
  'order.seal': ['密封工单（限定知悉人员）', 'Sealed an order for named persons'],
  'model.ask': ['请模型拟稿', 'Asked a model for a draft'],
  'model.read': ['查看模型拟稿', 'Read a model’s draft'],
  'message.decide': ['短信人工决定', 'Decided on a message'],
  'audit.read': ['查看审计记录', 'Read the audit'],
  'audit.export': ['导出审计记录', 'Exported the audit'],
  'audit.settle': ['处理异常查看预警', 'Decided on a warning'],
  'linkage.call': ['呼叫联动热线', 'Called a line into a call'],
  'linkage.correct': ['更正联动号码', 'Corrected a line'],
  'session.link': ['绑定统一身份', 'Linked an identity provider'],
  'account.unlink': ['解除统一身份绑定', 'Took off a link to a provider'],
  'account.add-provider': ['增加身份提供方', 'Added an identity provider'],
  'account.change-provider': ['更改身份提供方', 'Changed an identity provider'],
  'account.name-officer': ['指定单位安全员', 'Named a security officer'],
  'account.review': ['复核岗位授权', 'Reviewed grants'],
  'machine.create': ['新建接口密钥', 'Made a machine key'],
  'machine.rotate': ['更换接口密钥', 'Rotated a machine key'],
  'machine.revoke': ['撤销接口密钥', 'Revoked a machine key'],
  'machine.use': ['使用接口密钥', 'Used a machine key'],
  'account.create': ['新建账号', 'Created an account'],
  'account.first': ['设立首个安全管理员', 'Set up the first administrator'],
  'account.invite': ['发送口令链接', 'Sent a password link'],
  'account.accept': ['设置口令', 'Set a password'],
  'account.grant': ['授予岗位', 'Granted a role'],
  'account.revoke': ['收回岗位', 'Revoked a role'],
  'account.disable': ['停用账号', 'Disabled an account'],
  'account.correct': ['更正账号', 'Corrected an account'],
})
export type ActionName = keyof typeof actionNames
export const isNamed = (action: string): action is ActionName => action in actionNames

/** Names of the rules by which reading is unusual. */
export const ruleNames = words({
  'many-reveals': ['一小时多次查看身份', 'Many reveals in an hour'],
  'night-reveals': ['夜间查看身份', 'Reveals at night'],
  'unhandled-reveals': ['查看未经办工单的身份', 'Reveals on orders never handled'],
  'unhandled-reading': ['多看未经办的工单', 'Reading of orders never handled'],
  'many-orders': ['短时间看很多工单', 'Many orders in a short time'],
  'phone-searches': ['无来电而按电话查找', 'Searches by phone without a contact'],
})
type RuleName = keyof typeof ruleNames
export const isRule = (text: string): text is RuleName => text in ruleNames

/** What somebody's name or number was looked at for. */
export const purposeNames = words({
  'incoming-contact': ['来电来件识别', 'Knowing who calls or writes'],
  history: ['查以前的工单', 'Looking for earlier orders'],
  screening: ['甄别', 'Screening'],
  notice: ['短信通知', 'Notice by SMS'],
  'follow-up': ['回访', 'Follow-up'],
  'contact-requester': ['联系诉求人', 'Contact the requester'],
  'verify-matter': ['核实事项', 'Verify the matter'],
  emergency: ['紧急情况', 'Emergency'],
  'lawful-request': ['依法调取', 'Lawful request'],
  supervision: ['审计监督', 'Supervision'],
  'third-party': ['交第三方保存', 'For a third party to keep'],
  'bridge-call': ['接通诉求人', 'Connecting a call'],
  'ask-facts': ['核实情况', 'Asking about the facts'],
  'arrange-visit': ['约定上门', 'Arranging a visit'],
  'tell-progress': ['告知进展', 'Telling how far it is'],
  'give-reply': ['答复', 'Giving the reply'],
  handling: ['办理工单', 'Handling the order'],
  'on-paper': ['存档或送达', 'For the file or for delivery'],
  'retention-ended': ['保存期满', 'End of keeping'],
})
type PurposeName = keyof typeof purposeNames
export const isPurpose = (text: string): text is PurposeName => text in purposeNames

/** The facts beside an action, as far as they have a name here. */
export const factNames = words({
  name: ['姓名', 'Name'],
  phone: ['电话', 'Phone'],
  'id-number': ['身份证号', 'Identity number'],
  'home-address': ['住址', 'Home address'],
  order: ['工单', 'Order sheet'],
  reply: ['答复函', 'Letter of reply'],
  'direct-answer': ['直接答复', 'Direct answer'],
  'unit-reply': ['单位答复', 'Reply of a unit'],
  explained: ['已说明', 'Explained'],
  'follow-up': ['需追查', 'To be followed up'],
})
type FactName = keyof typeof factNames
export const isFact = (text: string): text is FactName => text in factNames
