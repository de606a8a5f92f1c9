# 可以发给别人的一句话，附上链接
send-copy = 复制这句话
send-copied = 已复制，可以粘贴了
send-failed = 没能复制，请按住这句话选中
send-card = { $name }，这是你的工人卡，点开就能看你的活：{ $link }
send-slip = { $name }，{ $day }的工资条好了，点开看，对不对说一声：{ $link }
send-firm = { $firm }的订单和发货，请看：{ $link }
send-delivery = { $n } 号发货单（订单 { $code }）已发出。收到后请点开填数：{ $link }
