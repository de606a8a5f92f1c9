# 新消息
news-title = 新消息
news-more = 还有 { $n } 条
news-older = 更早的 { $n } 条在记工本里
news-seen = 都看过了
news-unseen = 条新消息
news-arrived = 有新的消息，点这里看
