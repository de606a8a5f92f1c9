# 手机上留着的东西：没有网络时看的页，和等着送的记录

phone-title = 这部手机
phone-lead = 手机是您一个人用吗？是的话，没有信号也能看活、报交活，有网时自己送出去。
phone-kept = 这部手机是您自己的：没有信号也能看活、报交活，有网时自己送出去。
phone-pay = 工钱也留在手机里，没有信号也能看
phone-mine = 是我自己的
phone-shared = 几个人合用
phone-no-more = 不是我一个人用了
phone-failed = 这部手机留不住，可能是没有网络或者满了。有网时再点一次。

offline-title = 没有网络
offline-lead = 这一页没有留在手机里。
offline-next = 刚才要送的没有送出去；填过的字还在原来那一页。有信号了再打开。
offline-home = 看我的活

device-as-of = 没有网络。这是 [when] 留下的样子。
device-waiting = [n] 条等着送，有网时自己送
device-sent = [n] 条送出去了，记下了。
device-refused = [n] 条没有记下：
device-already = 已经留着等送：[what]
device-broken = 这一条坏了，送不出去。请重新填。
device-change = 改一改再送
device-drop = 不要了
device-surely = 真的不要？再点一次
device-sign-in = 登录后才能送出去
device-other = 现在登录的是别人。等着送的还留着，等您自己登录再送。
device-leaving = 还有没送出去的，退出就没有了。有网时先送；一定要退，再点一次。

waits-declare = 交活：{ $what }，{ $n } 件
waits-retract = 撤回交活：{ $n } 件
waits-confirm-count = { $day } 点的 { $n } 件：对
waits-confirm = { $day }：{ $what }
waits-dispute = { $day } 对不上：应该是 { $n }
phone-count-lead = 这部手机只有您用吗？是的话，没有信号也能点数，有网时自己送出去。
phone-count-kept = 这部手机是您自己的：没有信号也能在这一页点数，有网时自己送出去。
waits-count = { $who }：合格 { $accepted }，返工 { $rework }，报废 { $scrapped }
