import { describe, expect, it } from 'vitest'
import { kindsMeant, readScope, readUrgency, subjectsMeant } from './index.ts'

const urgencyOf = (text: string): string => readUrgency(text).urgency

describe('第十二条（四） [12-4a] [12-4b] 听出特殊和特殊紧急事项', () => {
  it.each([
    ['special', '全镇停水两天了，没有通知'],
    ['special', '三个小区同时停气，几百户做不了饭'],
    ['special', '河里漂了一片死鱼'],
    ['emergency', '后山滑坡，房子快塌了'],
    ['emergency', '十几个学生吃完饭都呕吐'],
    ['emergency', '有人持刀在学校门口'],
    ['emergency', '工地塔吊倒了，压着人'],
  ])('%s：%s', (urgency, text) => expect(urgencyOf(text)).toBe(urgency))

  it.each([
    '我家一户停水了',
    '建议学校多搞火灾演练',
    '请问地震保险怎么买',
    '去年洪水以后的补偿什么时候发',
    '想预防食物中毒，有没有讲座',
    '路灯不亮',
    '',
  ])('不是：%s', (text) => expect(readUrgency(text)).toEqual({ urgency: 'ordinary', signs: [] }))

  it.each([
    '放羊的爷爷昨天上山，到现在没有回来',
    '娃娃掉进水井里了，够不着',
    '屋里烧炭，两个人喊不醒',
    '她喝了半瓶农药',
    '后山的坡开了口子，雨还没停，下面住着十几家',
    '有人拿着斧头砸门，喊要弄死我们',
    '船漏水了，离岸还远',
    '独居的大爷三天没出门，敲门没人应',
    '班上二十几个学生都在吐',
    '我家着火了，谢谢',
    '洪水已经来了，谢谢你们快来救人',
    '水漫上来了，麻烦你们',
  ])('没有点名也听得出：%s', (text) => expect(urgencyOf(text)).toBe('emergency'))
  it.each(['全村停水五天，几百户人在沟里背水', '进村的路断了，粮食运不进来', '养猪场把粪水排进我们吃水的河里，下游几个村都不敢喝'])(
    '特殊事项：%s',
    (text) => expect(urgencyOf(text)).toBe('special'),
  )
  it.each([
    '去年地震裂的墙到现在没人来鉴定',
    '火已经打灭了，谢谢消防队',
    '走丢的孩子找到了，谢谢',
    '学校组织防震演练，声音太大',
    '听说外省煤矿爆炸了，我们这里多久检查一次',
    '身份证掉河里了，怎么补办',
    '被困在网贷里，哪里有法律援助',
    '森林防火期能不能带打火机',
    '电梯三天两头困人，要求检修',
    '电瓶车在楼道充电，怕着火',
  ])('过去的、问政策的、演练的、报了平安的不报警：%s', (text) => expect(urgencyOf(text)).toBe('ordinary'))
  it('长篇诉说的是过去，除非就在眼前', () => {
    const letter = '我们反映这家工厂的问题已经好几年了，村里开过会，也找过镇上，答复说要等文件，文件来了又说要等验收。'.repeat(3)
    expect(urgencyOf(`${letter}厂里还发生过爆炸。`)).toBe('ordinary')
    expect(urgencyOf(`${letter}刚才厂里又爆炸了。`)).toBe('emergency')
  })

  it('说出凭什么', () => expect(readUrgency('山洪来了，有人被困').signs).toEqual(['山洪', '被困']))
})

describe('第九条 [9-1] [9-3] 听出不予受理的', () => {
  it.each([
    ['9-1', 'court', '法院判了三年没有执行，请你们催法院'],
    ['9-1', 'discipline-inspection', '我们书记收了红包，你们把他抓了'],
    ['9-2', 'competent-department', '帮我查前夫的住址'],
    ['9-3', 'fire-119', '隔壁着火了'],
    ['9-3', 'police-110', '有人拿着刀，快来人'],
    ['9-4', 'military', '部队的训练声太吵'],
    ['9-5', 'none-needed', '没什么事，就是打着玩'],
    ['9-6', 'competent-department', '帮我找人消分'],
    ['9-7', 'court', '他借了我三万不还'],
  ])('%s %s：%s', (ground, lawfulChannel, text) => {
    const read = readScope(text)
    expect(read).toMatchObject({ ground, lawfulChannel })
    for (const said of read?.signs ?? []) expect(text).toContain(said)
  })

  it.each(['小区停水了', '法院门口没有停车位', '申请仲裁需要哪些材料', '打120态度很差'])('受理：%s', (text) =>
    expect(readScope(text)).toBeUndefined(),
  )
})

describe('第八条（一） [8-1] 从说法猜类别和事项', () => {
  it.each([
    ['consultation', '请问社保怎么转'],
    ['help', '请尽快派人来修'],
    ['complaint', '投诉物业乱收费'],
    ['report', '举报有人偷排废水'],
    ['suggestion', '建议增设公交站'],
    ['praise', '要表扬窗口的小姑娘'],
  ])('%s：%s', (kind, text) => {
    const [best] = kindsMeant(text)
    expect(best?.value).toBe(kind)
    expect(best?.reasons.length).toBeGreaterThan(0)
  })

  it('事项按目录和叫法，长的叫法更可信；没说就没有', () => {
    expect(subjectsMeant('拖欠农民工工资')[0]).toMatchObject({ value: 'wages', reasons: ['农民工工资'] })
    expect(subjectsMeant('小区停水')[0]?.value).toBe('water-supply')
    expect(subjectsMeant('你好')).toEqual([])
    expect(kindsMeant('你好')).toEqual([])
  })

  it('把握是份额，不到一', () => {
    const all = subjectsMeant('小区停水停电又停气')
    expect(all.length).toBeGreaterThan(2)
    expect(all.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThan(1)
  })
})
