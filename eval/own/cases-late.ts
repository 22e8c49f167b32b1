/** As in cases-town.ts: written after the rules of urgency were finished, so that no rule was made with one of them in view. */
export const lateCases = `
help|roads||transport|emergency|in|油罐车在弯道上翻倒，油流了一路，闻着头晕，后面堵了一长串。
help|health||health|emergency|in|寨子里办酒，吃了野生菌的七八个人看见小人，有一个叫不应了。
help|work-safety||emergency-management|emergency|in|尾矿坝下面渗水渗得像小瀑布，下游还有三个村。
help|tourism||culture-tourism|emergency|in|游船在湖中间进水，船上二十来个人，风浪大靠不了岸。
report|public-security||public-security|emergency|in|有个人在银行里锁了门，手里像是有枪，里头的人不敢动。
help|special-equipment||market|emergency|in|游乐场大摆锤转到顶上卡住了，人倒挂着十多分钟。
help|work-safety||emergency-management|emergency|in|半夜山那边轰的一声，村里一角都让土盖住了。
help|food-safety||market|emergency|in|福利院早餐以后孩子接二连三捂着肚子哭，好多个吐了。
help|housing||housing|emergency|in|正在拆的楼往马路这边歪，砖一直往下掉，下面是公交站。
help|power-supply||power-supply|special|in|我们乡六个村从大年三十断电到今天，老人靠柴火取暖。
help|water-supply||water-supply|special|in|全城水管里流出来的都是泥浆，医院透析都停了，说还要停水三天。
complaint|water-pollution||ecology|special|in|化工厂半夜放水，早上河面一层白沫，鸭子死了几十只。
complaint|gas-supply||gas-supply|special|in|三个片区一万多户停气，通知只说抢修，没说几时通。
consultation|education||education|ordinary|in|孩子中午在学校吃饭，一餐多少钱，怎么退？
complaint|health||health|ordinary|in|打疫苗排队太久，护士喊号听不清。
complaint|noise||ecology|ordinary|in|夜宵摊划拳喝酒到凌晨，吵得睡不着。
help|social-insurance||human-resources|ordinary|in|社保卡掉进下水道了，怎么补？
suggestion|roads||transport|ordinary|in|建议急弯处装反光镜，免得会车撞上。
complaint|property-management||housing|ordinary|in|小区大门坏了半个月，陌生人随便进。
consultation|work-safety||emergency-management|ordinary|in|农家乐要配几个灭火器，谁来检查？
consultation|agriculture||agriculture|ordinary|in|羊拉稀打什么药，乡上有没有兽医？
complaint|telecom||economy-information|ordinary|in|基站坏了两天，手机没信号，打客服说排队。
complaint|water-supply||water-supply|ordinary|in|我们单元水压小，六楼洗澡要等到半夜。
praise|public-security||public-security|ordinary|in|感谢派出所的同志帮我把走失的老母亲送回家。
`
