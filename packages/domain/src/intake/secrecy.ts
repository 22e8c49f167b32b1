const asked =
  /(?:请|要|帮我?|务必|希望|给我)?(?:为我|替我|对我)?(?:的(?:身份|信息|电话|姓名))?保密|匿名|(?:不要|别|不能|千万别|不想|不敢|不愿)(?:让|把|给|跟|对|向)?[^。！？!?；;，,\n]{0,8}(?:知道是我|知道我|说是我|透露我|告诉[他她它们对方单位村里厂里老板]|透露给|暴露|泄露|实名|署名|留名)|(?:怕|担心|害怕)[^。！？!?；;，,\n]{0,6}(?:报复|穿小鞋|打击|找我麻烦|整我|开除我|针对我)|打击报复/gu

/** 第二十条: words by which somebody asks not to be named, or fears for it. A person decides. @clause 20c */
export const secrecyAskedIn = (text: string): readonly string[] => [...new Set([...text.matchAll(asked)].map(([words]) => words))]
