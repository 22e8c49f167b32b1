import { describe, expect, it } from 'vitest'
import { linesToCall, secrecyAskedIn } from './index.ts'

describe('第九条 [9-3] 该先打哪个紧急电话', () => {
  it.each([
    ['我们楼下着火了，浓烟往上冒！', 'fire-119'],
    ['邻居家煤气泄漏，有人晕倒。', 'fire-119 ambulance-120'],
    ['两个人困在电梯里出不来。', 'fire-119'],
    ['路口发生车祸，有人受伤。', 'ambulance-120 traffic-122'],
    ['客车翻车了。', 'ambulance-120 traffic-122'],
    ['学校几十个学生呕吐，怀疑食堂的饭有问题。', 'ambulance-120'],
    ['他说不想活了，站在桥上。', 'police-110'],
    ['有人持刀闹事。', 'police-110'],
    ['路灯坏了三盏。', ''],
    ['村里发生疫情。', ''],
  ])('%s', (text, lines) => expect(linesToCall(text).join(' ')).toBe(lines))
})

describe('第二十条 [20c] 诉求人要求保密的，提示', () => {
  it.each(['请为我保密', '千万别让村里知道是我说的', '我要匿名反映', '怕他们打击报复', '不敢实名'])('%s', (text) =>
    expect(secrecyAskedIn(text)).not.toEqual([]),
  )
  it.each(['路灯坏了', '物业不告诉我们停水', '保洁不来', '担心孩子上学'])('%s：没有', (text) => expect(secrecyAskedIn(text)).toEqual([]))
})
