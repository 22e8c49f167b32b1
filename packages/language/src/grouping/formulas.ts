/** What people say around what they tell: alike in messages that have nothing else in common. */
const formulas = new RegExp(
  [
    '请问|请教|您好|你好|谢谢|麻烦|尊敬的|领导',
    '(?:我?想|现在?)?(?:向[^，。]{1,6})?反映一?[个下些]?(?:情况|问题)?',
    '(?:事情|情况)(?:的经过)?(?:是这样的?|如下)',
    '(?:请|希望|望)(?:有关部门|相关部门|政府)?能?(?:尽快|早日|及时|帮忙|帮助)?(?:处理|解决|答复|回复|落实|核实|调查)(?:一下)?',
    '盼复|为感',
  ].join('|'),
  'gu',
)

/** What is told without the words of courtesy, from its first word on. */
export const withoutFormulas = (text: string): string => text.replaceAll(formulas, ' ').replace(/^[^\p{L}\p{N}]+/u, '')
