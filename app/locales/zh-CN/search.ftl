search-title = 查找
search-label = 查找订单、工人、公司、款式
search-hint = 订单、人、公司、款式
search-how = 输入编号、名字，或者名字的拼音，比如“guo”“mudan”。
search-none = 没有和“{ $sought }”对得上的
search-none-hint = 换个编号、名字或拼音的头几个字母试试。
search-more-orders = 对得上的订单不止这些，最近的 { $n } 张在上面。多打几个字，就少了。
