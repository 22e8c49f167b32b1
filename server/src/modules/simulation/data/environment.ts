import type { Template } from './template.ts'

export const environmentTemplates: readonly Template[] = [
  ['complaint', 'noise', '{where}的露天烧烤城每晚放音响到{hour}，孩子要中考，报过警，来人时关小，走了又开大。'],
  ['complaint', 'noise', '隔壁工地每天{hour}开始打桩，住户里有上夜班的护士，白天晚上都睡不成，持续{days}。'],
  ['complaint', 'noise', '{estate}楼下的广场舞音箱对着窗户放，从七点跳到十点，{person}心脏不好，说了{times}还吵架。'],
  ['help', 'noise', '楼顶的空调外机嗡嗡响，量过六十多分贝，商家说是正常，请来测一下。'],
  ['complaint', 'air', '厂子{hour}以后冒黄烟，刺鼻子，关窗都挡不住，白天又看不见，请夜间来查。'],
  ['complaint', 'air', '{village}有人整夜烧塑料取铜线，黑烟顺着沟飘，{people}咳嗽不停。'],
  ['complaint', 'air', '楼下餐馆的油烟管直接对着我家阳台，{days}没有清洗，衣服都不敢晾。'],
  ['complaint', 'water-pollution', '上游洗砂场把水放到灌溉渠里，{village}的秧田全是泥浆，苗都黄了，村上说管不了。'],
  ['report', 'water-pollution', '{hour}有人往{where}的河沟里排黄色废水，味道刺鼻，拍了视频，请查处并替我保密。'],
  ['help', 'water-pollution', '{village}的水井这{days}有股煤油味，牲口都不喝，请来取样看看能不能吃。'],
  ['complaint', 'waste', '{where}河边的垃圾池满了{days}没人清运，味道很大，雨一冲就进河里。'],
  ['suggestion', 'waste', '建议在湿地步道多设几处分类垃圾桶，周末人多时一天清两次。'],
  ['complaint', 'waste', '{road}的公厕没有水也没有人打扫，{person}进去差点滑倒，门口还收一块钱。'],
  ['help', 'waste', '{estate}门口堆的装修垃圾有三车，{days}没有人认，请城管来看看怎么清。'],
  ['consultation', 'ecology', '自家坡上的枯树能不能砍来做柴，要不要办采伐证，{where}找哪个站所？'],
  ['report', 'ecology', '反映{where}林子里有人挖野生兰草和重楼整车往外拉，都在{hour}走，车牌记了半截。'],
  ['complaint', 'ecology', '{village}后山的护坡树被人砍了几十棵，说是给光伏让地，雨季要出事的。'],
  ['help', 'ecology', '黑颈鹤在{where}的湿地边受伤飞不起来，已经围起来不让狗靠近，请林草部门快来。'],
]
