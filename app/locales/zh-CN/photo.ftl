# 照片
photo-of = { $what }的照片
photo-title = 照片
photo-card = 样品卡
photo-whole = 做好的花
photo-choose = 拍一张，或选一张照片
photo-other = 换一张照片
photo-hint = 拍清楚就行，大小由系统来改；照片里的地点和手机信息会去掉。
photo-set = 放上照片
photo-replace = 换照片
photo-remove = 拿掉照片
photo-step = { $n }. { $step }
photo-back = 以前那张照片放回来
photo-back-none = 照片拿掉，跟以前一样没有照片
photo-of-order = 订单 { $code } 的样品卡
photo-bad-piece = 没做好的一件
photo-bad-piece-add = 拍一件没做好的给她看
photo-of-count = { $worker } { $day }点的活，没做好的一件
