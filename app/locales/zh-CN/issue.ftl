# 领活、退活
give-title = 发给一个人
give-what = 发什么
give-of = { $style } · { $step }（待派 { $n }）
give-pieces = 发多少
give-do = 发给她
home-title = 谁手里有多少
home-since = 哪天领的
home-issued = 领了
home-rate = 工价
home-repairs = 返修
back-do = 退活
back-of = { $name }退活
back-title = { $name }退活
back-lead = 没做的拿回来，放回待派，可以再派给别人。
back-pieces = 退多少
back-note = 为什么退
home-title-of = 谁手里有多少：{ $workers } 人，{ $n } 件

# 发活单：领活以后一人一张
issued-title = { $day } 发活单
issued-lead = { $workers } 人 · { $n } 件
issued-go = 发活单
issued-all = 总表
issued-what = 做什么
issued-pieces = 件数
issued-terms = 订单 { $code } · { $due } 前交 · 工价 { $rate }
issued-earns = 都合格，挣 { $money }
issued-undone = 这次发活已经撤销，单子作废。
issued-told = { $what } { $n } 件（{ $due } 前）
issued-told-line = { $who }：{ $what }
