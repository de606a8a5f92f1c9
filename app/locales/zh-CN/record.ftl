# 在网页上录音
record-start = ● 录音
record-stop = ■ 停
record-hear = ▶ 听一听
record-away = 不要了
record-goes-on = 正在录：# 秒，最多 { $most } 秒
record-taken = 录好了：# 秒。听一听，再按下面的按钮。
record-denied = 手机没让用话筒。请在手机设置里允许，或者在下面选一个录音文件。
record-file = 录音，或选一个录音文件
record-a-file = 没有录，有录音文件
