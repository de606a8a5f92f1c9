# 对不上的时候，她说的话
spoken-title = 也可以用嘴说
spoken-again = 再说一次
spoken-about = 您写的对不上已经记下了。想多说几句，就录一段。录音要有网才发得出去；没网的时候，写的那些照样算数。
spoken-hint = 最多 { $n } 秒。只有您和带头人听得到。
spoken-send = 发给带头人
spoken-word = 她说的话
spoken-hear = 听她说的话
spoken-word-own = 您说的话
spoken-hear-own = 听您说的话
